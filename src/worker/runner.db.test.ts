import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { serveFrom } from "#tests/factories/serve";
import { newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { newId } from "@/kernel/id";
import { ok, refuse } from "@/kernel/result";
import { systemNow } from "@/kernel/time";
import { enqueue, type JobOptions } from "@/platform/queue";
import { type Ctx, transaction } from "@/platform/transaction";
import type { HeartbeatTimes } from "./heartbeat";
import type { JobHandler } from "./run-task";
import { startWorker, type Worker } from "./runner";

const world = openWorld();
let organization: Organization;
let worker: Worker | null = null;

beforeAll(async () => {
  organization = await newOrganization(world);
  serveFrom(world);
});
afterEach(async () => {
  await worker?.stop();
  worker = null;
});

const systemCtx = (organizationId = organization.id): Ctx => ({
  db: world.db,
  actor: { kind: "system", organizationId, job: "test" },
  now: systemNow(),
  origin: { requestId: "request-of-the-deed", ip: null, userAgent: null },
});

const add = (task: string, payload: Record<string, unknown> = {}, options: JobOptions = {}) =>
  transaction(systemCtx(), async (tx) => {
    await enqueue(tx, task, payload, options);
    return ok(null);
  });

const work = (handlers: Record<string, JobHandler>, heartbeat?: HeartbeatTimes) => {
  worker = startWorker({ databaseUrl: world.url, handlers, heartbeat });
  return worker;
};

type JobRow = { attempts: number; max_attempts: number; last_error: string | null; locked_by: string | null };

async function jobsOf(task: string): Promise<JobRow[]> {
  const { rows } = await sql<JobRow>`
    select j.attempts, j.max_attempts, j.last_error, j.locked_by from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task}`.execute(world.owner);
  return rows;
}

async function until(check: () => unknown, seconds = 10): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; ; await sleep(40)) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}

describe("the worker", () => {
  it("runs what was committed as the system of its organization, and nothing of what was rolled back", async () => {
    const task = newId();
    const seen: Array<{ ctx: Ctx; payload: unknown }> = [];
    await transaction(systemCtx(), async (tx) => {
      await enqueue(tx, task, { number: 1 });
      return refuse({ code: "no" });
    });
    await add(task, { number: 2 });
    work({ [task]: async (ctx, payload) => void seen.push({ ctx, payload }) });
    await until(() => expect(seen).toHaveLength(1));
    expect(seen[0]?.payload).toMatchObject({ number: 2, organizationId: organization.id });
    expect(seen[0]?.ctx).toMatchObject({
      actor: { kind: "system", organizationId: organization.id, job: task },
      origin: { requestId: "request-of-the-deed" },
    });
    await until(async () => expect(await jobsOf(task)).toEqual([]));
  });

  it("picks a new job up at once, not at its next look", async () => {
    const task = newId();
    const delays: number[] = [];
    let from = 0;
    work({ [task]: async () => void delays.push(performance.now() - from) });
    await sleep(1_500);
    from = performance.now();
    await add(task);
    await until(() => expect(delays).toHaveLength(1));
    expect(delays[0]).toBeLessThan(1_000);
  });

  it("tries again what failed, later", async () => {
    const task = newId();
    const attempts: number[] = [];
    await add(task);
    work({
      [task]: async () => {
        attempts.push(performance.now());
        if (attempts.length < 2) throw new Error("not this time");
      },
    });
    await until(() => expect(attempts).toHaveLength(2), 15);
    expect(Number(attempts[1]) - Number(attempts[0])).toBeGreaterThan(2_000);
    await until(async () => expect(await jobsOf(task)).toEqual([]));
  }, 25_000);

  it("leaves a job dead, with its reason, when its attempts are used up", async () => {
    const task = newId();
    await add(task, {}, { maxAttempts: 1 });
    work({ [task]: () => Promise.reject(new Error("mailbox full")) });
    await until(async () =>
      expect(await jobsOf(task)).toMatchObject([
        { attempts: 1, max_attempts: 1, last_error: "mailbox full", locked_by: null },
      ]),
    );
  });

  it("gives up at once on a payload of the wrong shape and on an organization that is not there", async () => {
    const task = newId();
    const runs: unknown[] = [];
    const handler: JobHandler = async (_ctx, payload) => {
      z.object({ number: z.number() }).parse(payload);
      runs.push(payload);
    };
    await add(task, { number: "one" });
    await add(task, { number: 1, organizationId: newId() });
    work({ [task]: handler });
    await until(async () => {
      const rows = await jobsOf(task);
      expect(rows.map((row) => row.attempts)).toEqual([12, 12]);
      expect(rows.map((row) => row.last_error).join()).toMatch(/There is no organization/);
    });
    expect(runs).toEqual([]);
  });

  it("finishes what it began when it is stopped, and begins nothing more", async () => {
    const task = newId();
    const done: number[] = [];
    let started = 0;
    const handler: JobHandler = async () => {
      started++;
      await sleep(600);
      done.push(1);
    };
    const own = startWorker({ databaseUrl: world.url, handlers: { [task]: handler }, concurrency: 1 });
    await add(task);
    await add(task);
    await until(() => expect(started).toBe(1));
    await own.stop();
    expect([started, done.length]).toEqual([1, 1]);
    expect(await jobsOf(task)).toMatchObject([{ locked_by: null, attempts: 0 }]);
  });

  it("goes on after its connections were cut", async () => {
    const task = newId();
    const seen: unknown[] = [];
    work({ [task]: async (_ctx, payload) => void seen.push(payload) });
    await add(task);
    await until(() => expect(seen).toHaveLength(1));
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(world.owner);
    await sleep(300);
    await add(task);
    await until(() => expect(seen).toHaveLength(2), 15);
  }, 25_000);
});

describe("a worker that is killed", () => {
  it("loses no job: another runs it once the dead one has been silent", async () => {
    const task = newId();
    await add(task);
    const child = spawn(process.execPath, ["--import", "tsx", "tests/worker/hanging-worker.ts"], {
      env: { ...process.env, DATABASE_URL: world.url, TASK: task },
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await until(async () =>
      expect(
        (await sql`select from job_runner r where r.id = ${(await jobsOf(task))[0]?.locked_by}`.execute(world.owner))
          .rows,
      ).toHaveLength(1),
    );
    child.kill("SIGKILL");
    await once(child, "exit");

    const seen: unknown[] = [];
    const from = performance.now();
    work({ [task]: async (_ctx, payload) => void seen.push(payload) }, { everyMs: 250, silentMs: 1_500 });
    await sleep(700);
    expect(seen).toEqual([]); // it may be alive still
    await until(() => expect(seen).toHaveLength(1), 15);
    expect(performance.now() - from).toBeLessThan(10_000);
  }, 30_000);
});
