import { hostname } from "node:os";
import type { Pool } from "pg";
import { logger } from "@/platform/logger";

export type Heartbeat = { stop(): Promise<void> };

export type HeartbeatTimes = { everyMs: number; silentMs: number };

const usual: HeartbeatTimes = { everyMs: 15_000, silentMs: 60_000 };

/**
 * Says every 15 seconds that this runner lives, and sets the jobs free of runners that have been silent for a minute:
 * one that was killed leaves its jobs locked, and graphile-worker would wait four hours.
 *
 * A runner judges others only when its own beats come through regularly: after an outage of the database everybody
 * looks silent for a moment. A job may thus run twice, never not at all; handlers are idempotent.
 */
export function startHeartbeat(pool: Pool, runnerId: string, times: HeartbeatTimes = usual): Heartbeat {
  let lastBeat = Number.NEGATIVE_INFINITY;
  const beat = async () => {
    try {
      await pool.query(
        "insert into job_runner (id, host) values ($1, $2) on conflict (id) do update set seen_at = now()",
        [runnerId, hostname()],
      );
      const isRegular = performance.now() - lastBeat < times.everyMs * 2;
      lastBeat = performance.now();
      if (isRegular) await setFree(pool, times.silentMs);
    } catch (error) {
      logger.debug({ err: error }, "A heartbeat of the job runner was lost");
    }
  };
  let running = beat();
  const timer = setInterval(() => {
    running = running.then(beat);
  }, times.everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await pool.query("delete from job_runner where id = $1", [runnerId]).catch(() => {});
    },
  };
}

async function setFree(pool: Pool, silentMs: number): Promise<void> {
  const { rows } = await pool.query<{ id: string; host: string }>(
    "delete from job_runner where seen_at < now() - $1 * interval '1 ms' returning id, host",
    [silentMs],
  );
  if (rows.length === 0) return;
  await pool.query("select graphile_worker.force_unlock_workers($1)", [rows.map((row) => row.id)]);
  logger.warn({ runners: rows }, "Job runners died; their jobs run again");
}
