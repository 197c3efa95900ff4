import { ConfigError, config } from "@/platform/config";
import { closeAppDb } from "@/platform/db";
import { onStop, stopOnSignals } from "@/platform/lifecycle";
import { logger } from "@/platform/logger";
import { metrics } from "@/platform/metrics";
import { processWide } from "@/platform/process-wide";
import { closeKeyValue } from "@/platform/redis";
import { logRequests } from "@/platform/request-log";
import { readRoutePatterns } from "@/platform/route-pattern";

/** Starts what the whole process needs, once: checked configuration, log, metrics, graceful stop, jobs when inline. */
export function startProcess(): Promise<void> {
  // The development server registers again after every change.
  return processWide("process", start);
}

async function start(): Promise<void> {
  const { trustedProxyCount, shutdownDrainMs, runWorker, databaseUrl } = configOrExit();
  const routeOf = await readRoutePatterns();
  const { requests } = metrics();
  logRequests({
    trustRequestId: trustedProxyCount > 0,
    finished: ({ method, path, status, seconds }) =>
      requests.observe({ method: knownMethod(method), route: routeOf(path), status: String(status) }, seconds),
  });

  onStop("redis", closeKeyValue);
  onStop("database", closeAppDb);
  if (runWorker === "inline") {
    const [{ startWorker }, { tasks }] = await Promise.all([import("@/worker/runner"), import("@/worker/tasks")]);
    const worker = startWorker({ databaseUrl, handlers: tasks });
    onStop("jobs", () => worker.stop());
  }
  // Whoever starts us says so when Next is to leave the signals to us; `next dev` keeps them.
  if (process.env.NEXT_MANUAL_SIG_HANDLE) stopOnSignals({ drainMs: shutdownDrainMs });
}

/** Writes what a page, route or action threw into our log. What the visitor can understand (a known error) is no alarm. */
export function logUnanswered(error: unknown, where: { method: string; route: string; kind: string }): void {
  const isKnown = error instanceof Error && "status" in error && "code" in error && Number(error.status) < 600;
  logger[isKnown ? "warn" : "error"]({ err: error, ...where }, "A request failed");
}

function configOrExit() {
  try {
    return config();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** Anyone can send any word as a method; the metrics know those that exist. */
function knownMethod(method: string): string {
  return ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(method) ? method : "other";
}
