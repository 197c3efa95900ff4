import { openAccount } from "@/features/identity/open-account";
import { completeSetUp } from "@/features/organizations/complete-set-up";
import { createOrganization } from "@/features/organizations/create-organization";
import { inviteMember } from "@/features/organizations/invite-member";
import { createShift } from "@/features/venues/create-shift";
import { createSpace } from "@/features/venues/create-space";
import { createVenue } from "@/features/venues/create-venue";
import type { Role, UserActor } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { ok, type Refusal, type Result } from "@/kernel/result";
import { type Temporal, toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import type { DemoOrganization, DemoPerson } from "./cast";

export type CastMember = DemoPerson & { actor: UserActor & { organizationId: string; memberId: string } };

/** An organization of the demo with its people; `as` is the context of one of them at a time. */
export type Cast = {
  organizationId: string;
  members: CastMember[];
  /** Ids of spaces by `venue/space`. */
  spaces: Map<string, string>;
  as: (role: Role, at: Temporal.Instant) => Ctx & { actor: UserActor };
};

/** The value of a verb that has no reason to refuse here. */
export function sure<V, R extends Refusal>(result: Result<V, R>): V {
  if (!result.ok) throw new Error(`The demo was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** Opens the accounts, the organization with its places, and sets it up. It began half a year before `ctx.now`. */
export async function openOrganization(
  ctx: Ctx,
  demo: DemoOrganization,
  password: string,
  accounts: Map<string, Promise<string>>,
): Promise<Cast> {
  const began = ctx.now.subtract({ hours: 24 * 200 });
  const at: Ctx = { ...ctx, now: began };
  const userIds: string[] = []; // one after the other: hashing passwords keeps the machine busy enough
  for (const person of demo.people) userIds.push(await accountOf(at, person, password, accounts));
  const [owner] = demo.people;
  const ownerId = userIds[0];
  if (!owner || !ownerId) throw new Error("A demo without an owner");
  const alone = { organizationId: null, memberId: null, roles: [], venueIds: null };
  const founder: UserActor = {
    kind: "user",
    userId: ownerId,
    sessionId: newId(),
    name: owner.name,
    email: owner.email,
    ...alone,
  };
  const { country, timeZone, currency, name } = demo;
  const asFounder = { ...at, actor: founder };
  const { organizationId, memberId } = sure(await createOrganization(asFounder, { name, country, timeZone, currency }));
  const asOwner = { ...at, actor: { ...founder, organizationId, memberId, roles: ["owner" as const] } };

  const { spaces, venueIds } = await addPlaces(asOwner, demo);
  const members: CastMember[] = [];
  for (const [index, person] of demo.people.entries()) {
    // One after the other here too: ten new connections at once are too many for a machine that hashes passwords.
    const joined = () => join(asOwner, person, userIds[index] ?? "", organizationId, venueIds);
    members.push(index === 0 ? { ...person, actor: asOwner.actor } : await joined());
  }
  sure(await completeSetUp(asOwner, {}));
  await markAsDemo(asOwner, demo, ctx.now);
  await invite({ ...asOwner, now: ctx.now.subtract({ hours: 50 }) });
  return {
    organizationId,
    members,
    spaces,
    as: (role, now) => {
      const member = members.find((it) => it.role === role);
      if (!member) throw new Error(`Nobody is ${role}`);
      return { ...ctx, now, actor: member.actor };
    },
  };
}

/** Whoever works for both organizations has one account. */
function accountOf(
  ctx: Ctx,
  person: DemoPerson,
  password: string,
  accounts: Map<string, Promise<string>>,
): Promise<string> {
  const known = accounts.get(person.email);
  if (known) return known;
  const { name, email } = person;
  const opened = openAccount(ctx, { name, email, password, locale: "es", cookieHeader: null }).then(async (result) => {
    const { userId } = sure(result);
    await ctx.db.deleteFrom("session").where("user_id", "=", userId).execute(); // nobody is at a browser
    return userId;
  });
  accounts.set(email, opened);
  return opened;
}

async function addPlaces(ctx: Ctx, demo: DemoOrganization) {
  const spaces = new Map<string, string>();
  const venueIds = new Map<string, string>();
  for (const { name, address, ...venue } of demo.venues) {
    const { timeZone, currency } = demo;
    const { venueId } = sure(await createVenue(ctx, { name, address, timeZone, currency, dayCutoff: "06:00" }));
    venueIds.set(name, venueId);
    for (const shift of venue.shifts) sure(await createShift(ctx, { venueId, ...shift }));
    for (const { setup, teardown, layouts = [], madeOf = [], ...space } of venue.spaces) {
      const created = await createSpace(ctx, {
        ...space,
        venueId,
        setupMinutes: setup,
        teardownMinutes: teardown,
        madeOf: madeOf.map((part) => spaces.get(`${name}/${part}`) ?? ""),
        layouts: layouts.map(([layout, capacity]) => ({ name: layout, capacity })),
      });
      spaces.set(`${name}/${space.name}`, sure(created).spaceId);
    }
  }
  return { spaces, venueIds };
}

/** Membership without the mail that an invitation would send to an address that nobody reads. */
async function join(
  ctx: Ctx & { actor: UserActor },
  person: DemoPerson,
  userId: string,
  organizationId: string,
  venues: Map<string, string>,
): Promise<CastMember> {
  const memberId = newId<"member">();
  const venueIds = person.atVenue ? [venues.get(person.atVenue) ?? ""] : null;
  const at = toDate(ctx.now);
  const place = { organization_id: organizationId, id: memberId, user_id: userId, created_at: at, updated_at: at };
  await transaction(ctx, async (tx) => {
    await tx.db
      .insertInto("member")
      .values({ ...place, roles: [person.role], venue_ids: venueIds })
      .execute();
    return ok(null);
  });
  const { name, email, role } = person;
  const sessionId = newId<"session">();
  return {
    ...person,
    actor: { kind: "user", userId, sessionId, name, email, organizationId, memberId, roles: [role], venueIds },
  };
}

async function markAsDemo(
  ctx: Ctx & { actor: { organizationId: string } },
  demo: DemoOrganization,
  now: Temporal.Instant,
): Promise<void> {
  const { organizationId } = ctx.actor;
  const demo_as_of = now.toZonedDateTimeISO(demo.timeZone).toPlainDate().toString();
  await transaction(ctx, async (tx) => {
    await tx.db.updateTable("organization").set({ demo: true, demo_as_of }).where("id", "=", organizationId).execute();
    const counter = { organization_id: organizationId, last_number: demo.lastNumber };
    await tx.db.insertInto("event_counter").values(counter).execute();
    return ok(null);
  });
}

/** Somebody who has not answered yet; the letter is in the built-in mailbox. */
async function invite(ctx: Ctx): Promise<void> {
  sure(await inviteMember(ctx, { email: "renata.aguilar@demo.example", roles: ["coordinator"] }));
}
