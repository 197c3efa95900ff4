import { setTimeout as sleep } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import type { World } from "./world";

/**
 * Starts things that have to meet in the database: `lock` holds a row that all of them need, until all of them wait for
 * somebody; then it lets go. So they overlap on every run, on a slow machine too.
 */
export async function atOnce<T>(world: World, lock: RawBuilder<unknown>, starts: (() => Promise<T>)[]): Promise<T[]> {
  const { running } = await world.owner.transaction().execute(async (holder) => {
    await lock.execute(holder);
    const started = Promise.all(starts.map((start) => start()));
    for (let tries = 0; tries < 100 && (await waiting(world)) < starts.length; tries++) await sleep(20);
    return { running: started };
  });
  return running;
}

async function waiting(world: World): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
    world.owner,
  );
  return Number(rows[0]?.count ?? 0);
}
