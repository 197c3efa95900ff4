import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { scratchDatabase } from "#tests/database/test-database";
import { done, newVenue, type TestVenue } from "#tests/factories/venues";
import { asMember, newOrganization, openWorld, type World } from "#tests/factories/world";
import { openDb, openPool } from "@/platform/db";
import type { Ctx } from "@/platform/transaction";
import { confirmEvent } from "./confirm-event";
import { placeHold } from "./place-hold";
import { placeHoldSchema } from "./schema";

// With `locks.held` false nobody locks; instead all wait until `gate` opens, so that they look at the same free place.
const locks = vi.hoisted(() => ({ held: true, gate: async () => {} }));
vi.mock("./store", async (original) => {
  const store = await original<typeof import("./store")>();
  const lockAtoms: typeof store.lockAtoms = (...args) => (locks.held ? store.lockAtoms(...args) : locks.gate());
  return { ...store, lockAtoms };
});
beforeEach(() => {
  locks.held = true;
});

function withoutLocks(people: number): void {
  let arrived = 0;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  locks.held = false;
  locks.gate = () => {
    if (++arrived === people) open();
    return opened;
  };
}

const saturdayNight = { date: "2027-06-19", starts: "17:00", ends: "02:00" };
const override = { reason: "Anticipo recibido" };

/** A quinta, and tentative events on its spaces, one for each name of `places`. */
async function tentativeEvents(world: World, places: readonly (keyof TestVenue)[]) {
  const ctx = await asMember(world, await newOrganization(world), "sales", "manager");
  const venue = await newVenue(ctx, { minutes: 60 });
  const ids: string[] = [];
  for (const [index, place] of places.entries()) {
    const input = placeHoldSchema.parse({ title: `Boda ${index}`, spaceIds: [venue[place]], ...saturdayNight });
    ids.push(done(await placeHold(ctx, input)).eventId);
  }
  return { ctx, ids };
}

const confirmAll = (ctx: Ctx, ids: readonly string[]) =>
  Promise.all(ids.map((eventId) => confirmEvent(ctx, { eventId, override })));

/** Pairs of different claims that block the same atom at the same time. */
async function overlaps(world: World): Promise<number> {
  const { rows } = await sql<{ pairs: number }>`
    select count(*)::integer as pairs from allocation a join allocation b
      on a.organization_id = b.organization_id and a.atom_id = b.atom_id and a.claim_id < b.claim_id
     and a.occupied && b.occupied and a.blocking and b.blocking`.execute(world.owner);
  return rows[0]?.pairs ?? -1;
}

const fifty = Array.from({ length: 50 }, () => "both" as const);

describe("fifty people confirm the same place at once", () => {
  const world = openWorld();

  it("books it for exactly one and tells the others who has it", async () => {
    const { ctx, ids } = await tentativeEvents(world, fifty);
    const answers = await confirmAll(ctx, ids);
    const winner = answers.find((answer) => answer.ok);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    for (const answer of answers.filter((it) => !it.ok)) {
      expect(answer).toMatchObject({
        refusal: { code: "space_taken", holder: { title: winner?.ok && winner.value.title } },
      });
    }
    expect(await overlaps(world)).toBe(0);
  });

  it("the constraint alone is enough: without the locks still exactly one, and the same answers", async () => {
    const { ctx, ids } = await tentativeEvents(world, fifty.slice(0, 20));
    withoutLocks(20);
    const answers = await confirmAll(ctx, ids);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === "space_taken")).toHaveLength(19);
    expect(await overlaps(world)).toBe(0);
  });

  it("A, B, A + B and A + B + C at once: never a part and its whole", async () => {
    for (let round = 0; round < 4; round++) {
      const places = (["roomA", "roomB", "both", "all", "roomC"] as const).flatMap((place) => Array(4).fill(place));
      const { ctx, ids } = await tentativeEvents(world, places);
      const answers = await confirmAll(ctx, ids);
      const booked = places.filter((_, index) => answers[index]?.ok).sort();
      expect([["all"], ["both", "roomC"], ["roomA", "roomB", "roomC"]]).toContainEqual(booked);
    }
    expect(await overlaps(world)).toBe(0);
  }, 60_000);
});

describe("negative control: the same fifty without the constraint and the locks", () => {
  let drop = async () => {};
  let world: World;
  beforeAll(async () => {
    const scratch = await scratchDatabase("migrated");
    const [app, owner] = [
      openPool(scratch.url, { role: "app", max: 60 }),
      openPool(scratch.url, { role: "owner", max: 5 }),
    ];
    world = { db: openDb(app), owner: openDb(owner), url: scratch.url };
    drop = async () => {
      await Promise.all([app.end(), owner.end()]);
      await scratch.drop();
    };
    await sql`alter table allocation drop constraint allocation_no_double_booking`.execute(world.owner);
  });
  afterAll(() => drop());

  it("books several, so the test above can fail", async () => {
    const { ctx, ids } = await tentativeEvents(world, fifty);
    withoutLocks(50);
    const answers = await confirmAll(ctx, ids);
    expect(answers.filter((answer) => answer.ok).length).toBeGreaterThan(1);
    expect(await overlaps(world)).toBeGreaterThan(0);
  });
});
