import type { CalendarAddress } from "@/features/calendar/schema";

/** The address of the calendar with some answers changed; what is as usual is not written. */
export function calendarHref(address: CalendarAddress, changes: Partial<CalendarAddress>): string {
  const { view, date, venue, show, hold } = { ...address, hold: undefined, ...changes };
  const search = new URLSearchParams();
  if (view !== "week") search.set("view", view);
  if (date) search.set("date", date);
  if (venue) search.set("venue", venue);
  if (show) search.set("show", show);
  if (hold) search.set("hold", hold);
  const query = search.toString();
  return query ? `/calendar?${query}` : "/calendar";
}
