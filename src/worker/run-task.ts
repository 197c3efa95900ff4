import type { JobHelpers, Task } from "graphile-worker";
import { z } from "zod";
import { platformOrganizationId } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { systemNow } from "@/kernel/time";
import { appDb } from "@/platform/db";
import { logger, withLogContext } from "@/platform/logger";
import { metrics } from "@/platform/metrics";
import { type Ctx, reading } from "@/platform/transaction";

/** What a feature's jobs.ts exports by task name. It parses its payload itself, and running twice does no harm. */
export type JobHandler = (ctx: Ctx, payload: unknown) => Promise<void>;

/** A job that no further attempt can save: it is dead at once, with this message. */
class HopelessJob extends Error {
  override readonly name = "HopelessJob";
}

const envelopeSchema = z.object({ organizationId: z.uuid(), requestId: z.string().optional() });

/**
 * Runs a handler as the system in the job's organization, with log lines that carry job, organization and the request
 * that enqueued it. What fails is tried again later by the queue; a payload of the wrong shape or an organization that
 * does not exist is dead at once.
 */
export function runTask(name: string, handler: JobHandler): Task {
  return async (payload, helpers) => {
    const from = performance.now();
    const parsed = envelopeSchema.safeParse(payload);
    const { organizationId, requestId } = parsed.data ?? { organizationId: platformOrganizationId };
    const ctx: Ctx = {
      db: appDb(),
      actor: { kind: "system", organizationId, job: name },
      now: systemNow(),
      origin: { requestId: requestId ?? newId(), ip: null, userAgent: null },
    };
    await withLogContext({ requestId: ctx.origin.requestId, organizationId, job: name }, async () => {
      try {
        if (!parsed.success) throw new HopelessJob("The job's payload has no organization");
        await refuseUnknownOrganization(ctx, organizationId);
        await handler(ctx, payload);
        finish(name, "done", from, helpers);
      } catch (error) {
        const outcome = isLast(error, helpers) ? "dead" : "retry";
        if (isHopeless(error)) await spendAttempts(helpers);
        finish(name, outcome, from, helpers, error);
        throw error;
      }
    });
  };
}

async function refuseUnknownOrganization(ctx: Ctx, organizationId: string): Promise<void> {
  const known = await reading(ctx, (tx) =>
    tx.db.selectFrom("organization").select("id").where("id", "=", organizationId).executeTakeFirst(),
  );
  if (!known) throw new HopelessJob(`There is no organization ${organizationId}`);
}

function isHopeless(error: unknown): boolean {
  return error instanceof HopelessJob || error instanceof z.ZodError;
}

function isLast(error: unknown, { job }: JobHelpers): boolean {
  return isHopeless(error) || job.attempts >= job.max_attempts;
}

async function spendAttempts({ job, withPgClient }: JobHelpers): Promise<void> {
  await withPgClient((client) =>
    client.query("update graphile_worker._private_jobs set attempts = max_attempts where id = $1", [job.id]),
  );
}

type Outcome = "done" | "retry" | "dead";

function finish(task: string, outcome: Outcome, from: number, { job }: JobHelpers, error?: unknown): void {
  const durationMs = Math.round(performance.now() - from);
  metrics().jobs.observe({ task, outcome }, durationMs / 1_000);
  const line = { durationMs, jobId: job.id, attempt: job.attempts, of: job.max_attempts };
  if (outcome === "done") logger.info(line, "Job done");
  else if (outcome === "retry") logger.warn({ ...line, err: error }, "Job failed and will be tried again");
  else logger.error({ ...line, err: error }, "Job gave up; it waits in /settings/jobs");
}
