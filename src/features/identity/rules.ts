import type { Temporal } from "@/kernel/time";

export const sessionCookie = "session";

const idleHours = 14 * 24;
const absoluteHours = 90 * 24;

/** When a session seen at `now` ends: 14 days without use, 90 days in all (ASVS 5.0, 7.3). */
export function sessionExpiry(createdAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const idle = now.add({ hours: idleHours });
  const absolute = createdAt.add({ hours: absoluteHours });
  return idle.epochMilliseconds < absolute.epochMilliseconds ? idle : absolute;
}

/** Whether the end of the session is moved forward now: every five minutes at most, so that reads stay reads. */
export function isDueForSliding(lastSeenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.epochMilliseconds - lastSeenAt.epochMilliseconds >= 5 * 60_000;
}
