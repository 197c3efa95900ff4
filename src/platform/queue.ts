import { sql } from "kysely";
import { platformOrganizationId } from "@/kernel/actor";
import { type Temporal, toDate } from "@/kernel/time";
import type { Tx } from "./transaction";

export type JobOptions = {
  runAt?: Temporal.Instant;
  /** Attempts before the job is dead and waits for a person; each waits e^attempt seconds longer. */
  maxAttempts?: number;
  /** A second job with the same key replaces the first while that one waits. */
  key?: string;
};

/** Adds a job to the transaction: it runs after the commit, at least once, or never if the transaction rolls back. */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: Record<string, unknown>,
  options: JobOptions = {},
): Promise<void> {
  const whole = {
    organizationId: tx.organizationId ?? platformOrganizationId,
    requestId: tx.origin.requestId,
    ...payload,
  };
  const runAt = options.runAt ? toDate(options.runAt) : null;
  await sql`select enqueue_job(${task}, ${JSON.stringify(whole)}::json, ${runAt}::timestamptz, ${options.maxAttempts ?? 12}::integer, ${options.key ?? null}::text)`.execute(
    tx.db,
  );
}
