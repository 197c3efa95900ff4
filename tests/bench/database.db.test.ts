import { expect, it } from "vitest";
import { done, newVenue } from "#tests/factories/venues";
import { asMember, newOrganization, openWorld } from "#tests/factories/world";
import { placeHold } from "@/features/bookings/place-hold";
import { runStatements, withPg } from "./database";
import { statementsOf } from "./statements";
import { type Script, scriptOf } from "./transaction-script";

const world = openWorld();

it("repeats the statements of a booking, each time as a new one, with pgbench and without", async () => {
  const organization = await newOrganization(world);
  const ctx = await asMember(world, organization, "owner");
  const { roomA } = await newVenue(ctx);
  const input = { title: "Cena", type: "corporate", spaceIds: [roomA], holdDays: 7 } as const;
  const hold = { ...input, spaceIds: [roomA], date: "2027-03-04", starts: "20:00", ends: "23:00" };
  const known = [organization.id, ctx.actor.userId, ctx.actor.memberId, JSON.stringify(hold)].join(" ");
  const script = scriptOf(await statementsOf(async () => done(await placeHold(ctx, hold))), known);
  const held = async () =>
    world.owner
      .selectFrom("event")
      .innerJoin("allocation", "allocation.event_id", "event.id")
      .select("event.number")
      .where("event.organization_id", "=", organization.id)
      .execute();

  await withPg(world.url, [script], 0.3);
  const once = await held();
  expect(once.length).toBeGreaterThan(1);
  await runStatements(world.url, [script], 1);
  const numbers = (await held()).map((event) => event.number);
  expect(numbers.length).toBeGreaterThan(once.length);
  expect(new Set(numbers).size).toBe(numbers.length);
  await expect(withPg(world.url, [broken(script)], 0.1)).rejects.toThrow();
});

/** The same ids again, which is what a script must not do. */
function broken(script: Script): Script {
  return script.map(({ text, slots }) => ({
    text,
    slots: slots.map((slot) => {
      if (slot.kind === "chained" || slot.pieces === null) return slot;
      return { kind: "made", pieces: slot.pieces.map((piece) => (typeof piece === "string" ? piece : piece.fresh)) };
    }),
  }));
}
