import { recordVisit } from "@/features/organizations/record-visit";
import { platformOrganizationId } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import type { Temporal } from "@/kernel/time";
import type { Db } from "@/platform/db";
import type { Ctx } from "@/platform/transaction";
import { bookEverything } from "./bookings";
import { type DemoOrganization, quinta, ribera } from "./cast";
import { type Cast, openOrganization } from "./organizations";

export type Demo = {
  password: string;
  organizations: { name: string; signIns: { role: string; name: string; email: string }[] }[];
};

/**
 * Loads the demo: two organizations with people in every role, rooms, and events around `now`, made by calling the
 * verbs as those people would have, on the days they would have. The same for the same day.
 */
export async function loadDemo(options: { db: Db; now: Temporal.Instant; password: string }): Promise<Demo> {
  const accounts = new Map<string, Promise<string>>();
  const load = async (organization: DemoOrganization) => {
    const cast = await openOrganization(guest(options), organization, options.password, accounts);
    await bookEverything(cast, organization, options.now);
    await lookIn(cast, options.now);
    return { name: organization.name, signIns: signInsOf(cast) };
  };
  const organizations = await Promise.all([quinta, ribera].map(load));
  return { password: options.password, organizations };
}

function guest({ db, now }: { db: Db; now: Temporal.Instant }): Ctx {
  return { db, now, actor: { kind: "guest" }, origin: { requestId: newId(), ip: null, userAgent: "demo" } };
}

/** When each was here last: most of them today, who only looks last week. */
async function lookIn(cast: Cast, now: Temporal.Instant): Promise<void> {
  const hoursAgo = [26, 3, 20, 1, 2, 19, 70, 190];
  for (const [index, { role }] of cast.members.entries()) {
    await recordVisit(cast.as(role, now.subtract({ hours: hoursAgo[index] ?? 48 })));
  }
}

function signInsOf(cast: Cast) {
  return cast.members.map(({ role, name, email }) => ({ role, name, email }));
}

/** The context of the installation itself, which sees all organizations. */
export function installation(db: Db, now: Temporal.Instant): Ctx {
  return { ...guest({ db, now }), actor: { kind: "system", organizationId: platformOrganizationId, job: "demo" } };
}
