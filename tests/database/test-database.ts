import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { inject } from "vitest";

export type TestDatabase = {
  /** For `openPool(url, { role: "app" | "owner" })`. */
  url: string;
  /** The owner of everything, to look behind the walls between organizations. */
  adminUrl: string;
};

/**
 * The migrated database of this worker, copied from the template the first time a worker asks. Suites that run one
 * after the other in a worker share it: each makes an organization of its own and looks at nothing else.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { prefix } = inject("testServer");
  const name = `${prefix}_worker_${process.env.VITEST_POOL_ID ?? "0"}`;
  await onServer(async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${name} template ${prefix}_template`);
  });
  const url = addressOf(name);
  return { url, adminUrl: url };
}

/** A database of one's own, `empty` or `migrated`, for a test that changes the schema or counts whole tables. */
export async function scratchDatabase(
  kind: "empty" | "migrated",
): Promise<TestDatabase & { drop: () => Promise<void> }> {
  const { prefix } = inject("testServer");
  const name = `${prefix}_scratch_${randomBytes(5).toString("hex")}`;
  const template = kind === "migrated" ? `${prefix}_template` : "template0";
  await onServer((client) => client.query(`create database ${name} template ${template}`));
  const url = addressOf(name);
  return { url, adminUrl: url, drop: () => drop(name) };
}

/** Waits for connections that are just closing: to be thrown out at that moment is an error that nobody catches. */
async function drop(name: string): Promise<void> {
  await onServer(async (client) => {
    for (let round = 0; round < 50; round++) {
      const { rowCount } = await client.query("select from pg_stat_activity where datname = $1", [name]);
      if (rowCount === 0) break;
      await sleep(20);
    }
    await client.query(`drop database ${name} with (force)`);
  });
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: inject("testServer").url });
  await client.connect();
  await work(client).finally(() => client.end());
}

function addressOf(database: string): string {
  const address = new URL(inject("testServer").url);
  address.pathname = `/${database}`;
  return address.href;
}
