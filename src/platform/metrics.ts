import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { appPool } from "./db";
import { isStopping } from "./lifecycle";
import { processWide } from "./process-wide";
import { version } from "./version";

/** What Prometheus reads of this process. */
export function metrics() {
  return processWide("metrics", makeMetrics);
}

/** The whole in Prometheus' text format, with the content type to send. */
export async function exposition(): Promise<{ body: string; contentType: string }> {
  const { registry } = metrics();
  return { body: await registry.metrics(), contentType: registry.contentType };
}

function makeMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  new Gauge({
    name: "gestion_info",
    help: "1, with the version as a label",
    labelNames: ["version"],
    registers,
    collect() {
      this.set({ version }, 1);
    },
  });
  new Gauge({
    name: "gestion_stopping",
    help: "1 while the process finishes what it has and takes nothing new",
    registers,
    collect() {
      this.set(isStopping() ? 1 : 0);
    },
  });
  new Gauge({
    name: "db_pool_connections",
    help: "Connections of the pool by state; waiting counts requests that have none",
    labelNames: ["state"],
    registers,
    collect() {
      const pool = appPool();
      this.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      this.set({ state: "idle" }, pool.idleCount);
      this.set({ state: "waiting" }, pool.waitingCount);
      this.set({ state: "max" }, pool.options.max ?? 10);
    },
  });
  new Gauge({
    name: "queue_jobs",
    help: "Jobs of the whole installation: waiting, over 5 minutes late, dead",
    labelNames: ["state"],
    registers,
    async collect() {
      this.reset();
      const queue = await queueState();
      if (queue) for (const state of ["waiting", "overdue", "dead"] as const) this.set({ state }, Number(queue[state]));
    },
  });
  return {
    registry,
    requests: new Histogram({
      name: "http_request_duration_seconds",
      help: "Seconds from the request to the end of its answer",
      labelNames: ["method", "route", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    jobs: new Histogram({
      name: "job_duration_seconds",
      help: "Seconds that a job ran, by task and by how it ended: done, retry, dead",
      labelNames: ["task", "outcome"],
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300],
      registers,
    }),
  };
}

type QueueState = { waiting: bigint; overdue: bigint; dead: bigint };

/** Null while the database does not answer: a gap in the graph says more than a zero. */
async function queueState(): Promise<QueueState | null> {
  try {
    const { rows } = await appPool().query<QueueState>("select waiting, overdue, dead from queue_state()");
    return rows[0] ?? null;
  } catch {
    return null;
  }
}
