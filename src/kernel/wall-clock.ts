/**
 * A local time such as `2027-06-19T17:00`, or a day, in milliseconds, as if it were UTC. Formatted with `timeZone: "UTC"` it reads
 * as the clock on the venue's wall, whatever the zone of the reader. No Temporal, so that the browser need not load it.
 */
export function wallClock(local: string): number {
  return Date.parse(local.length === 10 ? `${local}T00:00Z` : `${local}Z`);
}

/** Minutes from one local time to another on the wall. */
export function wallMinutes(from: string, to: string): number {
  return (wallClock(to) - wallClock(from)) / 60_000;
}
