import { createServer } from "node:http";
import { ConfigError, config } from "@/platform/config";
import { closeAppDb } from "@/platform/db";
import { closeOnStop, isStopping, onStop, stopOnSignals } from "@/platform/lifecycle";
import { logger } from "@/platform/logger";
import { exposition } from "@/platform/metrics";
import { mayReadMetrics } from "@/platform/metrics-access";
import { closeKeyValue } from "@/platform/redis";
import { startWorker } from "./runner";
import { tasks } from "./tasks";

/** The worker as a process of its own: jobs, `/live` for restarts, `/metrics` for Prometheus. */
function main(): void {
  const { databaseUrl, workerPort } = config();
  stopOnSignals({ drainMs: 0 });
  onStop("redis", closeKeyValue);
  onStop("database", closeAppDb);
  const worker = startWorker({ databaseUrl, handlers: tasks });
  onStop("jobs", () => worker.stop());
  const server = createServer((request, response) => {
    answer(request.url ?? "/", {
      peer: request.socket.remoteAddress ?? null,
      forwarded: request.headers["x-forwarded-for"] !== undefined,
      authorization: request.headers.authorization ?? null,
    }).then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      (error) => {
        logger.error({ err: error }, "The worker's own page failed");
        response.writeHead(500).end();
      },
    );
  });
  closeOnStop(server);
  server.listen(workerPort, () => logger.info({ port: workerPort, tasks: Object.keys(tasks) }, "The worker works"));
}

async function answer(path: string, asker: Parameters<typeof mayReadMetrics>[0]) {
  if (path === "/live") return json(200, { status: "live" });
  if (path === "/ready") return json(isStopping() ? 503 : 200, { status: isStopping() ? "not_ready" : "ready" });
  if (path === "/metrics" && mayReadMetrics(asker, config().metricsToken)) {
    const { body, contentType } = await exposition();
    return { status: 200, type: contentType, body };
  }
  return json(404, { status: "not_found" });
}

function json(status: number, value: object) {
  return { status, type: "application/json", body: JSON.stringify(value) };
}

try {
  main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
