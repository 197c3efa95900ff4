import { z } from "zod";
import { Temporal } from "@/kernel/time";
import { eventStatuses, eventTypes } from "./rules";

/** A day that exists: 2027-02-29 does not. */
const date = z.string().refine(isDate);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const title = z.string().trim().min(1).max(160);
const clientName = z.string().trim().max(160);
const headCount = z.coerce.number().int().min(1).max(1_000_000);
const reason = z.string().trim().min(3).max(500);
const spaceIds = z
  .array(z.uuid())
  .min(1)
  .max(20)
  .transform((ids) => [...new Set(ids)]);

/** Local day and hours at the venue. Without `endDate`, an end at or before the start is on the next day. */
const when = { date, starts: timeOfDay, ends: timeOfDay, endDate: date.optional() };

export const placeHoldSchema = z.object({
  title,
  type: z.enum(eventTypes).default("other"),
  clientName: clientName.optional(),
  headCount: headCount.optional(),
  spaceIds,
  ...when,
  holdDays: z.coerce.number().int().min(1).max(365).default(7),
});
export type PlaceHold = z.output<typeof placeHoldSchema>;

/** Quotes come later; until then every confirmation says in `override` why it goes ahead without an accepted one. */
export const confirmEventSchema = z.object({ eventId: z.uuid(), override: z.object({ reason }) });
export type ConfirmEvent = z.output<typeof confirmEventSchema>;

export const releaseHoldSchema = z.object({ eventId: z.uuid(), reason });
export type ReleaseHold = z.output<typeof releaseHoldSchema>;

export const cancelEventSchema = z.object({ eventId: z.uuid(), reason });
export type CancelEvent = z.output<typeof cancelEventSchema>;

/** Another place, another time, or both; what is absent stays. Hours come together with their day. */
export const moveEventSchema = z.object({
  eventId: z.uuid(),
  spaceIds: spaceIds.optional(),
  date: date.optional(),
  starts: timeOfDay.optional(),
  ends: timeOfDay.optional(),
  endDate: date.optional(),
});
export type MoveEvent = z.output<typeof moveEventSchema>;

/** What is absent stays; an empty client or a head count of `null` is taken off. */
export const updateEventSchema = z.object({
  eventId: z.uuid(),
  title: title.optional(),
  type: z.enum(eventTypes).optional(),
  clientName: clientName.optional(),
  headCount: headCount.nullable().optional(),
});
export type UpdateEvent = z.output<typeof updateEventSchema>;

export const closeSpaceSchema = z.object({
  spaceId: z.uuid(),
  reason: z.string().trim().min(1).max(160),
  ...when,
});
export type CloseSpace = z.output<typeof closeSpaceSchema>;

export const openSpaceSchema = z.object({ closureId: z.uuid() });
export type OpenSpace = z.output<typeof openSpaceSchema>;

export const eventSorts = ["date", "-date", "number", "-number", "title", "-title"] as const;
export type EventSort = (typeof eventSorts)[number];

export const listEventsSchema = z.object({
  q: z.string().trim().max(100).optional(),
  status: z.enum(eventStatuses).optional(),
  /** `upcoming`: not over yet; `past`: over; without it, all. */
  when: z.enum(["upcoming", "past"]).optional(),
  sort: z.enum(eventSorts).default("date"),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type ListEvents = z.output<typeof listEventsSchema>;

/** The same as the address of the list says it; anything odd in it is as if it were absent. */
export const eventAddressSchema = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  status: z.enum(eventStatuses).optional().catch(undefined),
  when: z.enum(["upcoming", "past"]).optional().catch(undefined),
  sort: z.enum(eventSorts).optional().catch(undefined),
  cursor: z.string().max(500).optional().catch(undefined),
});

export type EventAddress = z.output<typeof eventAddressSchema>;

const wayOutShape = /^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,19}(\|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}){2}$/;

/** A way out that was pressed, as the button says it: `space,space|start|end`. */
export const wayOut = z
  .string()
  .regex(wayOutShape)
  .transform((text) => {
    const [spaceIds = "", start = "", end = ""] = text.split("|");
    const when = { date: start.slice(0, 10), starts: start.slice(11), endDate: end.slice(0, 10), ends: end.slice(11) };
    return { ...when, spaceIds: spaceIds.split(",") };
  });

export const getEventSchema = z.object({ eventId: z.uuid() });

function isDate(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && Temporal.PlainDate.from(text, { overflow: "reject" }) !== null;
  } catch {
    return false;
  }
}
