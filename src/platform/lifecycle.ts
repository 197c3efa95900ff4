import type { Server } from "node:http";
import { Server as NetServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { logger } from "./logger";
import { processWide } from "./process-wide";

type StopStep = { name: string; run: () => Promise<unknown> };

const life = processWide("lifecycle", () => ({
  stopping: false,
  servers: new Set<Server>(),
  steps: [] as StopStep[],
  signalledAt: null as number | null,
}));

export type StopOptions = {
  /** Milliseconds that `ready` says no before the server stops accepting, so that the balancer notices. */
  drainMs: number;
  /** Milliseconds that requests in flight may take to finish. */
  requestsMs?: number;
};

/** Whether the process was told to stop: it finishes what it has, and wants nothing new. */
export function isStopping(): boolean {
  return life.stopping;
}

/** Has the server closed gracefully when the process stops. */
export function closeOnStop(server: Server): void {
  life.servers.add(server);
}

/** Has `run` called when the process stops, after the requests in flight; last registered, first run. */
export function onStop(name: string, run: () => Promise<unknown>): void {
  life.steps.unshift({ name, run });
}

/**
 * Stops the process in order on SIGTERM or SIGINT, and exits 0: ready goes false, the balancer gets its time, the server
 * accepts no more, requests in flight finish, then jobs, then connections. A second signal exits at once with 1.
 */
export function stopOnSignals(options: StopOptions): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => onSignal(signal, options));
}

// Ctrl-C reaches the whole process group, and a parent passes it on: the two are one wish.
const sameWishMs = 500;

function onSignal(signal: string, options: StopOptions): void {
  const now = performance.now();
  if (life.signalledAt !== null) {
    if (now - life.signalledAt < sameWishMs) return;
    logger.warn({ signal }, "Told a second time to stop; leaving at once");
    process.exit(1);
  }
  life.signalledAt = now;
  logger.info({ signal }, "Stopping: no new requests; those in flight finish");
  stop(options).then(
    () => process.exit(0),
    (error) => {
      logger.error({ err: error }, "Stopping failed");
      process.exit(1);
    },
  );
}

async function stop({ drainMs, requestsMs = 25_000 }: StopOptions): Promise<void> {
  life.stopping = true;
  await sleep(drainMs);
  await Promise.all([...life.servers].map((server) => closeServer(server, requestsMs)));
  for (const step of life.steps) {
    await step.run().catch((error) => logger.error({ err: error, step: step.name }, "A step of stopping failed"));
  }
  logger.info("Stopped");
}

async function closeServer(server: Server, requestsMs: number): Promise<void> {
  // http.Server's own close() also cuts connections whose first request is just arriving; net.Server's does not.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  // A kept-alive connection is idle again when its request is done, and would hold the server open.
  const idle = setInterval(() => server.closeIdleConnections(), 250);
  const late = setTimeout(() => {
    logger.warn({ afterMs: requestsMs }, "Requests in flight took too long and were cut off");
    server.closeAllConnections();
  }, requestsMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
