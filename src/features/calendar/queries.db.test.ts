import type { QueryResult, UnknownRow } from "kysely";
import { describe, expect, it } from "vitest";
import { done, newVenue } from "#tests/factories/venues";
import { asMember, newOrganization, openWorld } from "#tests/factories/world";
import { closeSpace } from "@/features/bookings/close-space";
import { confirmEvent } from "@/features/bookings/confirm-event";
import { placeHold } from "@/features/bookings/place-hold";
import { placeHoldSchema } from "@/features/bookings/schema";
import { createSpace } from "@/features/venues/create-space";
import type { Ctx } from "@/platform/transaction";
import { calendarGrid } from "./queries";

const world = openWorld();
const week = { from: "2027-06-14", to: "2027-06-21" };

describe("the calendar", () => {
  it("shows events, holds with their rank and closures, local to the venue, and no other organization's", async () => {
    const ctx = await asMember(world, await newOrganization(world), "manager");
    const venue = await newVenue(ctx, { minutes: 60 });
    const hold = async (title: string, spaceId: string, date: string, at: Ctx = ctx) => {
      const input = { title, spaceIds: [spaceId], date, starts: "17:00", ends: "02:00", headCount: 90 };
      return done(await placeHold(at, placeHoldSchema.parse(input))).eventId;
    };
    const wedding = await hold("Boda", venue.both, "2027-06-19");
    done(await confirmEvent(ctx, { eventId: wedding, override: { reason: "Anticipo" } }));
    await hold("XV Fernanda", venue.roomA, "2027-06-18");
    await hold("Comida Intel", venue.both, "2027-06-18", { ...ctx, now: ctx.now.add({ minutes: 1 }) });
    const days = { date: "2027-06-14", starts: "08:00", ends: "12:00", endDate: "2027-06-15" };
    done(await closeSpace(ctx, { spaceId: venue.roomC, reason: "Pintura", ...days }));
    await hold("Otra semana", venue.roomA, "2027-07-18");

    const grid = await calendarGrid(ctx, week);
    expect(grid.claims.map((claim) => [claim.title, claim.kind, claim.blocking, claim.rank])).toEqual([
      ["Pintura", "closure", true, null],
      ["XV Fernanda", "event", false, 1],
      ["Comida Intel", "event", false, 2],
      ["Boda", "event", true, null],
    ]);
    const boda = grid.claims.find((claim) => claim.title === "Boda");
    expect(boda).toMatchObject({
      start: "2027-06-19T17:00",
      end: "2027-06-20T02:00",
      from: "2027-06-19T16:00",
      until: "2027-06-20T03:00",
    });
    expect(boda?.atomIds).toHaveLength(2);
    expect(grid.venues[0]?.spaces.find((space) => space.name === "Salón A")?.partOf).toEqual([
      "Salón Principal",
      "Todo el salón",
    ]);

    const stranger = await asMember(world, await newOrganization(world), "owner");
    expect(await calendarGrid(stranger, week)).toEqual({ venues: [], claims: [] });
  });

  it("costs one statement with 5 rooms and one with 110", async () => {
    const ctx = await asMember(world, await newOrganization(world), "manager");
    const { venueId } = await newVenue(ctx);
    const few = await statements(ctx, () => calendarGrid(counted, week));
    for (let room = 6; room <= 110; room++) {
      done(
        await createSpace(ctx, {
          venueId,
          name: `Salón ${room}`,
          capacity: 50,
          madeOf: [],
          layouts: [],
          setupMinutes: 0,
          teardownMinutes: 0,
        }),
      );
    }
    const many = await statements(ctx, () => calendarGrid(counted, week));
    expect([few, many]).toEqual([1, 1]);
    expect((await calendarGrid(ctx, week)).venues[0]?.spaces).toHaveLength(110);
  }, 60_000);
});

let counted: Ctx;

/** How many statements a query runs, without the frame of its transaction (begin with its settings, commit). */
async function statements(ctx: Ctx, run: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const db = ctx.db.withPlugin({
    transformQuery: ({ node }) => {
      const frame = node.kind === "RawNode" && /^(begin|commit|rollback)/.test(node.sqlFragments.join(""));
      if (!frame) count++;
      return node;
    },
    transformResult: async ({ result }): Promise<QueryResult<UnknownRow>> => result,
  });
  counted = { ...ctx, db };
  await run();
  return count;
}
