import { z } from "zod";
import { Temporal } from "@/kernel/time";

export const calendarViews = ["day", "week", "month"] as const;

/** What the address of the calendar says; anything odd in it is as if it were absent. */
export const calendarSchema = z.object({
  view: z.enum(calendarViews).catch("week"),
  date: z.string().refine(isDate).optional().catch(undefined),
  venue: z.uuid().optional().catch(undefined),
  show: z.enum(["holds", "confirmed"]).optional().catch(undefined),
  hold: z.string().optional().catch(undefined),
});
export type CalendarAddress = z.output<typeof calendarSchema>;

function isDate(text: string): boolean {
  try {
    const year = Temporal.PlainDate.from(text, { overflow: "reject" }).year;
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && year >= 1970 && year < 2200;
  } catch {
    return false;
  }
}
