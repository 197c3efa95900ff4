import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, parseCronItems, type Runner, run, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import { openPool } from "@/platform/db";
import { logger } from "@/platform/logger";
import { type Heartbeat, type HeartbeatTimes, startHeartbeat } from "./heartbeat";
import { type JobHandler, runTask } from "./run-task";
import { schedule } from "./schedule";

export type WorkerOptions = {
  /** Connects as the owner of the queue; handlers use the application's own pool. */
  databaseUrl: string;
  handlers: Readonly<Record<string, JobHandler>>;
  concurrency?: number;
  heartbeat?: HeartbeatTimes;
};

export type Worker = {
  /** Takes no more jobs, and resolves when those that run have finished. */
  stop(): Promise<void>;
};

/**
 * Works on the queue until it is stopped. It waits for a database that is not there yet, and begins again when the
 * queue's connection is lost for good; a job failed by that is tried again like any other.
 */
export function startWorker(options: WorkerOptions): Worker {
  const pool = openPool(options.databaseUrl, {
    role: "owner",
    max: (options.concurrency ?? 5) + 3,
    types: asTheQueueExpects,
  });
  const stopping = new AbortController();
  let runner: Runner | null = null;

  const keepRunning = async () => {
    while (!stopping.signal.aborted) {
      let heartbeat: Heartbeat | null = null;
      try {
        const events: WorkerEvents = new EventEmitter();
        events.on("pool:create", ({ workerPool }) => {
          heartbeat = startHeartbeat(pool, workerPool.id, options.heartbeat);
        });
        runner = await run(settings(options, pool, events));
        if (stopping.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (error) {
        logger.warn({ err: error }, "The job runner stopped; it starts again in two seconds");
      }
      runner = null;
      await stopBeating(heartbeat);
      await sleep(2_000, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  const finished = keepRunning();
  return {
    async stop() {
      stopping.abort();
      await runner?.stop().catch(() => {}); // it has stopped by itself
      await finished;
      await pool.end();
    },
  };
}

function settings({ handlers, concurrency = 5 }: WorkerOptions, pgPool: pg.Pool, events: WorkerEvents) {
  return {
    pgPool,
    events,
    concurrency,
    taskList: Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, runTask(name, handler)])),
    parsedCronItems: parseCronItems(schedule.filter((item) => item.task in handlers)),
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: toOurLog,
  };
}

function stopBeating(heartbeat: Heartbeat | null): Promise<void> {
  return heartbeat?.stop() ?? Promise.resolve();
}

// We read int8 as BigInt, which the queue cannot put into the JSON of its own statements.
const asTheQueueExpects: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    oid === pg.types.builtins.INT8 ? String : pg.types.getTypeParser(oid, format),
};

// Each job writes its own line (run-task.ts); what the queue says about a failed one besides is for debugging.
const toOurLog = new Logger((scope) => (level, message, meta) => {
  const ours = meta?.failure ? "debug" : level === "error" ? "error" : level === "warning" ? "warn" : "debug";
  logger[ours]({ queue: scope, ...(meta?.error ? { err: meta.error } : {}) }, message);
});
