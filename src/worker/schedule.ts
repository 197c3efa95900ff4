import type { CronItem } from "graphile-worker";
import { platformOrganizationId } from "@/kernel/actor";

/** What runs by the clock (UTC), for the whole installation. One worker of several adds each run; none is added twice. */
export const schedule: readonly CronItem[] = [
  at("*/10 * * * *", "keep-events-current"),
  at("17 * * * *", "purge-expired"),
  at("23 9 * * *", "move-demo-forward"),
  at("41 9 * * *", "purge-sign-ins"),
];

function at(match: string, task: string): CronItem {
  return { task, match, payload: { organizationId: platformOrganizationId }, options: { maxAttempts: 5 } };
}
