import { sql } from "kysely";
import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import type { RetryJob } from "./schema";

export type RetryJobRefusal = { code: "not_dead" };

/**
 * Gives a dead job of the organization all its attempts back and lets it run now.
 * Refuses with `not_dead` while the job still has attempts of its own. Throws NotFound for a job that is done by now.
 */
export async function retryJob(ctx: Ctx, input: RetryJob): Promise<Result<{ jobId: string }, RetryJobRefusal>> {
  authorize(ctx, "job.retry");
  return transaction(ctx, async (tx) => {
    const id = BigInt(input.jobId);
    const found = await sql<{ task: string }>`select task from organization_jobs() where id = ${id}`.execute(tx.db);
    const job = found.rows[0];
    if (!job) throw new NotFound("job");

    const answer = await sql<{ retried: boolean }>`select retry_dead_job(${id}) as retried`.execute(tx.db);
    if (!answer.rows[0]?.retried) return refuse({ code: "not_dead" });

    await audit(tx, "job.retried", { type: "job", id: null, name: job.task }, { after: { job: input.jobId } });
    return ok({ jobId: input.jobId });
  });
}
