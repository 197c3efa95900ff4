import { Temporal } from "@/kernel/time";

/** The life of an event, in order; the last two are ways to end early. */
export const eventStatuses = [
  "inquiry",
  "tentative",
  "confirmed",
  "in_progress",
  "completed",
  "closed",
  "cancelled",
  "lost",
] as const;
export type EventStatus = (typeof eventStatuses)[number];

export const eventTypes = [
  "wedding",
  "quinceanera",
  "birthday",
  "baptism",
  "graduation",
  "corporate",
  "congress",
  "concert",
  "other",
] as const;
export type EventType = (typeof eventTypes)[number];

/** When an event is: the local time is the truth, the instants are derived from it. */
export type Times = {
  localStart: Temporal.PlainDateTime;
  localEnd: Temporal.PlainDateTime;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
};

export type WrittenTimes = { date: string; starts: string; ends: string; endDate?: string };

/**
 * Local day and hours in the venue's zone, as instants. Without `endDate`, an end at or before the start is on the next
 * day. Where the clock is put back and a time happens twice, the start is the first and the end the second, so that the
 * place is taken for the whole; where it is put forward and a time does not exist, both move forward by the gap.
 */
export function timesOf(written: WrittenTimes, timeZone: string): Times {
  const date = Temporal.PlainDate.from(written.date);
  const starts = Temporal.PlainTime.from(written.starts);
  const ends = Temporal.PlainTime.from(written.ends);
  const overnight = Temporal.PlainTime.compare(ends, starts) <= 0;
  const endDate = written.endDate ? Temporal.PlainDate.from(written.endDate) : overnight ? date.add({ days: 1 }) : date;
  const localStart = date.toPlainDateTime(starts);
  const localEnd = endDate.toPlainDateTime(ends);
  return {
    localStart,
    localEnd,
    startsAt: localStart.toZonedDateTime(timeZone, { disambiguation: "compatible" }).toInstant(),
    endsAt: localEnd.toZonedDateTime(timeZone, { disambiguation: "later" }).toInstant(),
  };
}

/** The same hours of the day, other days later (or earlier, if negative). */
export function timesAfterDays(times: Times, days: number, timeZone: string): Times {
  const localStart = times.localStart.add({ days });
  const localEnd = times.localEnd.add({ days });
  return timesOf(
    {
      date: localStart.toPlainDate().toString(),
      starts: localStart.toPlainTime().toString(),
      ends: localEnd.toPlainTime().toString(),
      endDate: localEnd.toPlainDate().toString(),
    },
    timeZone,
  );
}

/** Longest event, in days; the database refuses longer ones too. */
const longestEventDays = 31;

export type TimesRefusal = { code: "ends_before_start" } | { code: "too_long" } | { code: "in_the_past" };

/** Why nothing new can be put at these times, or null. */
export function whyNotThen(times: Times, now: Temporal.Instant): TimesRefusal | null {
  if (Temporal.Instant.compare(times.endsAt, times.startsAt) <= 0) return { code: "ends_before_start" };
  const hours = times.startsAt.until(times.endsAt).total("hours");
  if (hours > longestEventDays * 24) return { code: "too_long" };
  if (Temporal.Instant.compare(times.startsAt, now) <= 0) return { code: "in_the_past" };
  return null;
}

/** The end of a hold: 18:00 at the venue, `days` from today, and never after the event has begun. */
export function holdExpiry(
  now: Temporal.Instant,
  days: number,
  timeZone: string,
  startsAt: Temporal.Instant,
): Temporal.Instant {
  const day = now.toZonedDateTimeISO(timeZone).toPlainDate().add({ days });
  const end = day.toZonedDateTime({ timeZone, plainTime: "18:00" }).toInstant();
  return Temporal.Instant.compare(end, startsAt) < 0 ? end : startsAt;
}

/** Whether a hold still keeps its place in the line. */
export function isInForce(
  hold: { status: string; holdExpiresAt: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  return (
    hold.status === "tentative" && hold.holdExpiresAt !== null && Temporal.Instant.compare(hold.holdExpiresAt, now) > 0
  );
}

export type Standing = { status: string; startsAt: Temporal.Instant };

export type WhyNotConfirm = { code: "not_tentative"; status: string } | { code: "already_started" };

/** Why this event cannot be confirmed, or null. Source: the life of an event, ARCHITECTURE.md. */
export function whyNotConfirm(event: Standing, now: Temporal.Instant): WhyNotConfirm | null {
  if (event.status !== "tentative") return { code: "not_tentative", status: event.status };
  if (hasStarted(event, now)) return { code: "already_started" };
  return null;
}

export type WhyNotMove = { code: "not_movable"; status: string } | { code: "already_started" };

/** Why this event cannot get another place or time, or null. */
export function whyNotMove(event: Standing, now: Temporal.Instant): WhyNotMove | null {
  if (event.status !== "tentative" && event.status !== "confirmed")
    return { code: "not_movable", status: event.status };
  if (hasStarted(event, now)) return { code: "already_started" };
  return null;
}

/** Whether it can still be cancelled: any state before `completed`. */
export function isCancellable(status: string): boolean {
  return ["inquiry", "tentative", "confirmed", "in_progress"].includes(status);
}

/** Whether title, client and head count can still change: until the accounts are closed. */
export function isEditable(status: string): boolean {
  return ["inquiry", "tentative", "confirmed", "in_progress", "completed"].includes(status);
}

/** How people write an event's number. */
export function eventCode(number: number): string {
  return `EV-${number}`;
}

function hasStarted(event: Standing, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(event.startsAt, now) <= 0;
}
