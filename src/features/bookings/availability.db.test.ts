import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { newVenue, type TestVenue } from "#tests/factories/venues";
import { asMember, newOrganization, openWorld, type World } from "#tests/factories/world";
import type { Ctx } from "@/platform/transaction";
import { cancelEvent } from "./cancel-event";
import { closeSpace } from "./close-space";
import { confirmEvent } from "./confirm-event";
import { moveEvent } from "./move-event";
import { openSpace } from "./open-space";
import { placeHold } from "./place-hold";
import { releaseHold } from "./release-hold";
import { placeHoldSchema } from "./schema";

const world = openWorld();

const place = fc.constantFrom("roomA", "roomB", "roomC", "both", "all");
const when = fc.record({
  date: fc.constantFrom("2027-06-18", "2027-06-19", "2027-06-20"),
  starts: fc.constantFrom("08:00", "11:00", "14:30", "19:00", "23:00"),
  ends: fc.constantFrom("02:00", "10:00", "13:00", "17:00", "23:59"),
});
const which = fc.nat(30);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("hold" as const), place, when }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("confirm" as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("move" as const), which, place, when }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("end" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("close" as const), place, when }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("open" as const), which }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

describe("whatever people do, in whatever order", () => {
  it("no atom is ever blocked twice at once, and what is confirmed blocks", async () => {
    const run = async (steps: Step[]) => {
      const organization = await newOrganization(world);
      const ctx = await asMember(world, organization, "manager");
      const venue = await newVenue(ctx, { minutes: 30 });
      const made = { events: [] as string[], closures: [] as string[] };
      for (const one of steps) {
        await take(ctx, venue, made, one);
        expect(await faults(world, organization.id)).toEqual({ overlaps: 0, open: 0 });
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), run), { numRuns: 12 });
  }, 90_000);
});

async function take(
  ctx: Ctx,
  venue: TestVenue,
  made: { events: string[]; closures: string[] },
  one: Step,
): Promise<void> {
  const pick = (ids: string[], index: number) => ids[index % ids.length];
  if (one.do === "hold") {
    const input = placeHoldSchema.parse({ title: "Evento", spaceIds: [venue[one.place]], ...one.when });
    const answer = await placeHold(ctx, input);
    if (answer.ok) made.events.push(answer.value.eventId);
    return;
  }
  if (one.do === "close") {
    const answer = await closeSpace(ctx, { spaceId: venue[one.place], reason: "Pintura", ...one.when });
    if (answer.ok) made.closures.push(answer.value.closureId);
    return;
  }
  if (one.do === "open") {
    const closureId = pick(made.closures, one.which);
    if (closureId) await openSpace(ctx, { closureId });
    made.closures = made.closures.filter((id) => id !== closureId);
    return;
  }
  const eventId = pick(made.events, one.which);
  if (!eventId) return;
  if (one.do === "confirm") await confirmEvent(ctx, { eventId, override: { reason: "Anticipo" } });
  if (one.do === "move") await moveEvent(ctx, { eventId, spaceIds: [venue[one.place]], ...one.when });
  if (one.do === "end") {
    const released = await releaseHold(ctx, { eventId, reason: "Ya no" });
    if (!released.ok) await cancelEvent(ctx, { eventId, reason: "Ya no" });
  }
}

async function faults(view: World, organizationId: string) {
  const { rows } = await sql<{ overlaps: number; open: number }>`
    select (select count(*)::integer from allocation a join allocation b
              on a.organization_id = b.organization_id and a.atom_id = b.atom_id and a.claim_id < b.claim_id
             and a.occupied && b.occupied and a.blocking and b.blocking
            where a.organization_id = ${organizationId}) as overlaps,
           (select count(*)::integer from event e where e.organization_id = ${organizationId} and e.status = 'confirmed'
              and not exists (select from allocation a where a.organization_id = e.organization_id
                and a.event_id = e.id and a.blocking and a.occupied @> tstzrange(e.starts_at, e.ends_at))) as open
    `.execute(view.owner);
  return rows[0];
}
