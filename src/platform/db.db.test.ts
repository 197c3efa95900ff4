import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#tests/database/test-database";
import { asGuest, openWorld, type World } from "#tests/factories/world";
import { Unavailable } from "@/kernel/errors";
import { ok } from "@/kernel/result";
import { openDb, openPool } from "./db";
import { type Ctx, reading, transaction } from "./transaction";

const world = openWorld();
let own: World & { end: () => Promise<void> };
let ctx: Ctx;

beforeAll(async () => {
  const { url } = await testDatabase();
  const pool = openPool(url, { role: "app", max: 3 });
  own = { ...world, db: openDb(pool), end: () => pool.end() };
  ctx = { ...asGuest(world), db: own.db };
});
afterAll(() => own.end());

const one = () => reading(ctx, async (tx) => (await sql<{ one: number }>`select 1 as one`.execute(tx.db)).rows[0]?.one);

async function cutOff(pid: number): Promise<void> {
  await sql`select pg_terminate_backend(${pid}, 2000)`.execute(world.owner);
}

const myPid = async (db: Ctx["db"]) =>
  Number((await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid);

describe("a connection that the server cuts off", () => {
  it("makes the transaction under way Unavailable, and the next one works", async () => {
    const broken = transaction(ctx, async (tx) => {
      await cutOff(await myPid(tx.db));
      await sql`select 1`.execute(tx.db);
      return ok(null);
    });
    await expect(broken).rejects.toThrow(Unavailable);
    expect(await one()).toBe(1);
  });

  it("while a statement runs is Unavailable too", async () => {
    const broken = reading(ctx, async (tx) => {
      const pid = await myPid(tx.db);
      setTimeout(() => void cutOff(pid), 150);
      await sql`select pg_sleep(3)`.execute(tx.db);
    });
    await expect(broken).rejects.toThrow(Unavailable);
    expect(await one()).toBe(1);
  });

  it("is replaced without anybody noticing when it was idle", async () => {
    const open = () =>
      reading(ctx, async (tx) => {
        await sql`select pg_sleep(0.1)`.execute(tx.db);
        return myPid(tx.db);
      });
    const pids = await Promise.all([open(), open(), open()]);
    expect(new Set(pids).size).toBe(3);
    for (const pid of pids) await cutOff(pid);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await Promise.all([one(), one(), one(), one()])).toEqual([1, 1, 1, 1]);
  });
});

describe("a pool without a free connection", () => {
  it("is Unavailable after two seconds, not a request that hangs", async () => {
    const busy = [1, 2, 3].map(() => reading(ctx, (tx) => sql`select pg_sleep(2.8)`.execute(tx.db)));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const from = performance.now();
    await expect(one()).rejects.toThrow(Unavailable);
    expect(performance.now() - from).toBeLessThan(2_500);
    await Promise.all(busy);
    expect(await one()).toBe(1);
  });
});
