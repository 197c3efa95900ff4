import { sql } from "kysely";
import { authorize } from "@/features/identity/authorize";
import { fromDate } from "@/kernel/time";
import { type Ctx, reading } from "@/platform/transaction";
import { type Job, readableError, stateOfJob } from "./rules";

export type JobList = { jobs: Job[]; total: number };

const mostShown = 200;

/** The organization's jobs that are not done: dead ones first, then running, then waiting by when they are due. */
export async function listJobs(ctx: Ctx): Promise<JobList> {
  authorize(ctx, "job.read");
  return reading(ctx, async (tx) => {
    const { rows } = await sql<JobRow>`
      select id, task, attempts, max_attempts, last_error, run_at, created_at, locked_at, count(*) over () as total
      from organization_jobs()
      order by (attempts >= max_attempts and locked_at is null) desc, locked_at is not null desc, run_at, id
      limit ${mostShown}`.execute(tx.db);
    return { jobs: rows.map(toJob), total: Number(rows[0]?.total ?? 0) };
  });
}

type JobRow = {
  id: bigint;
  task: string;
  attempts: number;
  max_attempts: number;
  last_error: string | null;
  run_at: Date;
  created_at: Date;
  locked_at: Date | null;
  total: bigint;
};

function toJob(row: JobRow): Job {
  const facts = { attempts: row.attempts, maxAttempts: row.max_attempts, isLocked: row.locked_at !== null };
  return {
    id: String(row.id),
    task: row.task,
    state: stateOfJob(facts),
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    lastError: readableError(row.last_error),
    runAt: fromDate(row.run_at),
    createdAt: fromDate(row.created_at),
  };
}
