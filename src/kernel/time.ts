import { Temporal } from "temporal-polyfill";

export { Temporal };

/** The only place that reads the clock. Everything else is given `now`. */
export function systemNow(): Temporal.Instant {
  return Temporal.Now.instant();
}

/** A `timestamptz` as `pg` reads it, as an instant. */
export function fromDate(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime());
}

/** An instant as `pg` takes it for a `timestamptz` (milliseconds). */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** Whether the IANA name is a time zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Now.instant().toZonedDateTimeISO(name);
    return /^[A-Z]/.test(name);
  } catch {
    return false;
  }
}
