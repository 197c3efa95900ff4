import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { asMember, asSystem, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { Forbidden, NotFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { ok } from "@/kernel/result";
import { enqueue } from "@/platform/queue";
import { transaction } from "@/platform/transaction";
import { listJobs } from "./queries";
import { retryJob } from "./retry-job";

const world = openWorld();
let here: Organization;
let there: Organization;

beforeAll(async () => {
  here = await newOrganization(world);
  there = await newOrganization(world);
});

/** Adds a job of a task that nobody works on, and puts it where a worker would have left it. */
async function job(
  organization: Organization,
  left: { attempts: number; error?: string; locked?: boolean },
): Promise<string> {
  const task = newId();
  await transaction(asSystem(world, organization), async (tx) => {
    await enqueue(tx, task, {}, { maxAttempts: 5 });
    return ok(null);
  });
  const { rows } = await sql<{ id: bigint }>`
    update graphile_worker._private_jobs j
    set attempts = ${left.attempts}, last_error = ${left.error ?? null}, locked_at = ${left.locked ? sql`now()` : null}
    from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = ${task} returning j.id`.execute(
    world.owner,
  );
  return String(rows[0]?.id);
}

describe("listJobs", () => {
  it("shows the organization's own: dead ones first, then what runs, then what waits", async () => {
    const waiting = await job(here, { attempts: 0 });
    const retrying = await job(here, { attempts: 2, error: "busy\n  at x" });
    const running = await job(here, { attempts: 1, locked: true });
    const dead = await job(here, { attempts: 5, error: "mailbox full" });
    await job(there, { attempts: 5 });
    const { jobs, total } = await listJobs(await asMember(world, here, "admin"));
    expect(jobs.map(({ id, state, lastError }) => [id, state, lastError])).toEqual([
      [dead, "dead", "mailbox full"],
      [running, "running", null],
      [waiting, "waiting", null],
      [retrying, "retrying", "busy"],
    ]);
    expect(total).toBe(4);
  });

  it("is for those who look after the organization", async () => {
    for (const role of ["manager", "sales", "viewer"] as const) {
      await expect(listJobs(await asMember(world, here, role))).rejects.toThrow(Forbidden);
    }
  });
});

describe("retryJob", () => {
  it("gives a dead job its attempts back, and says in the trail who did", async () => {
    const jobId = await job(here, { attempts: 5, error: "mailbox full" });
    const ctx = await asMember(world, here, "owner");
    expect(await retryJob(ctx, { jobId })).toEqual({ ok: true, value: { jobId } });
    const { jobs } = await listJobs(ctx);
    expect(jobs.find(({ id }) => id === jobId)).toMatchObject({ state: "waiting", attempts: 0 });
    const trail = await world.owner
      .selectFrom("audit_entry")
      .select(["action", "actor_id", "after"])
      .where("organization_id", "=", here.id)
      .where("action", "=", "job.retried")
      .execute();
    expect(trail).toMatchObject([{ actor_id: ctx.actor.userId, after: { job: jobId } }]);
  });

  it("refuses a job that has attempts of its own left", async () => {
    const jobId = await job(here, { attempts: 2 });
    expect(await retryJob(await asMember(world, here, "owner"), { jobId })).toEqual({
      ok: false,
      refusal: { code: "not_dead" },
    });
  });

  it("finds no job of another organization, and none that is done", async () => {
    const jobId = await job(there, { attempts: 5 });
    const ctx = await asMember(world, here, "owner");
    await expect(retryJob(ctx, { jobId })).rejects.toThrow(NotFound);
    await expect(retryJob(ctx, { jobId: "999999999999" })).rejects.toThrow(NotFound);
    expect((await listJobs(await asMember(world, there, "owner"))).jobs.find(({ id }) => id === jobId)?.state).toBe(
      "dead",
    );
  });

  it("is for those who look after the organization", async () => {
    await expect(retryJob(await asMember(world, here, "sales"), { jobId: "1" })).rejects.toThrow(Forbidden);
  });
});
