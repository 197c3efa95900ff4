import { randomBytes } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { platformOrganizationId } from "@/kernel/actor";
import { Unavailable } from "@/kernel/errors";
import { ok } from "@/kernel/result";
import { systemNow } from "@/kernel/time";
import { appDb, closeAppDb } from "@/platform/db";
import { health, isReady } from "@/platform/health";
import { migrate } from "@/platform/migrate";
import { enqueue } from "@/platform/queue";
import { type Ctx, reading, transaction } from "@/platform/transaction";
import { startWorker, type Worker } from "@/worker/runner";
import { type Postgres, startPostgres } from "../../bin/local/postgres.mjs";
import { freeze, thaw } from "./freeze";
import { type TcpSwitch, tcpSwitch } from "./tcp-switch";

// A hang is what this file is about. Each of these gives up after 3.8 s by itself; without the guards they take 9 s and
// more. Between the two there is room for a busy machine.
const patience = 7_500;

const folder = mkdtempSync(join(realpathSync(tmpdir()), "gestion-gone-"));
const password = randomBytes(16).toString("hex");
const start = () => startPostgres({ dataDirectory: join(folder, "data"), logFile: join(folder, "log"), password });

let postgres: Postgres;
let wire: TcpSwitch;
let worker: Worker;
const jobsDone: unknown[] = [];

const ctx = (): Ctx => ({
  db: appDb(),
  actor: { kind: "system", organizationId: platformOrganizationId, job: "ops" },
  now: systemNow(),
  origin: { requestId: "ops", ip: null, userAgent: null },
});

const read = () => reading(ctx(), (tx) => sql`select 1`.execute(tx.db));
const deed = (body: () => Promise<unknown> = async () => {}) =>
  transaction(ctx(), async (tx) => {
    await sql`select 1`.execute(tx.db);
    await body();
    await enqueue(tx, "ops-task", {});
    return ok(null);
  });

/** How long the call took and how it ended. */
async function timed(call: Promise<unknown>): Promise<{ ms: number; error: unknown }> {
  const from = performance.now();
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  return { ms: performance.now() - from, error };
}

async function worksAgain(withinMs: number): Promise<void> {
  const from = performance.now();
  for (;;) {
    const { error } = await timed(Promise.all([read(), deed()]));
    if (error === null) return;
    if (performance.now() - from > withinMs) throw error;
    await sleep(100);
  }
}

async function until(check: () => boolean | Promise<boolean>, withinMs: number): Promise<void> {
  const from = performance.now();
  while (!(await check())) {
    if (performance.now() - from > withinMs) throw new Error(`Not within ${withinMs} ms`);
    await sleep(100);
  }
}

beforeAll(async () => {
  postgres = await start();
  wire = await tcpSwitch(postgres.port);
  const url = new URL(postgres.url("postgres"));
  await migrate({ connectionString: url.href });
  url.port = String(wire.port);
  Object.assign(process.env, {
    DATABASE_URL: url.href,
    DATABASE_POOL_SIZE: "5",
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: "for-tests-only-".repeat(4),
    STORAGE_DIR: join(folder, "files"),
  });
  worker = startWorker({ databaseUrl: url.href, handlers: { "ops-task": async () => void jobsDone.push(1) } });
  await worksAgain(5_000);
  await until(() => jobsDone.length > 0, 10_000);
});

afterAll(async () => {
  await worker.stop();
  await closeAppDb();
  await wire.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What has to hold while the database is away, however it is away. */
async function everythingIsUnavailable(): Promise<void> {
  const withTwoQueries = read().catch(() => read());
  const calls = await Promise.all([
    ...Array.from({ length: 12 }, () => timed(read())),
    timed(deed()),
    timed(withTwoQueries),
  ]);
  for (const { ms, error } of calls) {
    expect(error).toBeInstanceOf(Unavailable);
    expect(ms).toBeLessThan(patience);
  }
  const later = await timed(read());
  expect(later.error).toBeInstanceOf(Unavailable);
  expect(later.ms).toBeLessThan(patience);

  await until(async () => (await health()).checks.database.state === "down", patience);
  expect(await health()).toMatchObject({ status: "down" });
  expect(await isReady()).toBe(false);
}

async function everythingIsBack(): Promise<void> {
  await worksAgain(5_000);
  await until(isReady, 5_000);
  const done = jobsDone.length;
  await deed();
  await until(() => jobsDone.length > done, 20_000);
}

describe("PostgreSQL that stands still (SIGSTOP)", () => {
  it("is Unavailable within five seconds, also in the middle of a transaction, and works again afterwards", async () => {
    await Promise.all(Array.from({ length: 5 }, read));
    const middle = timed(deed(async () => freeze(postgres.pid)));
    await sleep(200);
    await everythingIsUnavailable();
    const { ms, error } = await middle;
    expect(error).toBeInstanceOf(Unavailable);
    expect(ms).toBeLessThan(patience);

    thaw(postgres.pid);
    await everythingIsBack();
  });
});

describe("a network that swallows everything", () => {
  it("is Unavailable within five seconds, and connections that will never answer are not kept", async () => {
    await Promise.all(Array.from({ length: 5 }, read));
    wire.set("swallow");
    await everythingIsUnavailable();
    // The old connections stay dead for good: nothing closes them but us.
    wire.set("pass");
    await everythingIsBack();
  });
});

describe("PostgreSQL that is killed and started again", () => {
  it("is Unavailable meanwhile, and works again without anybody's help", async () => {
    await Promise.all(Array.from({ length: 5 }, read));
    wire.set("refuse");
    await postgres.stop();
    await everythingIsUnavailable();
    postgres = await start();
    wire.aim(postgres.port);
    wire.set("pass");
    await everythingIsBack();
  });
});
