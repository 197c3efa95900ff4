/** A small server that stops as the product does; src/platform/lifecycle.test.ts starts and signals it. */
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { isStopping, onStop, stopOnSignals } from "@/platform/lifecycle";
import { addLogContext, logger } from "@/platform/logger";
import { logRequests } from "@/platform/request-log";

logRequests({ trustRequestId: process.env.TRUST === "1", finished: () => {} });
stopOnSignals({ drainMs: Number(process.env.DRAIN_MS ?? 0), requestsMs: Number(process.env.REQUESTS_MS ?? 25_000) });
onStop("connections", async () => void process.stdout.write("connections closed\n"));
onStop("jobs", async () => {
  await sleep(200);
  process.stdout.write("jobs finished\n");
});

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (url.pathname === "/ready") response.statusCode = isStopping() ? 503 : 200;
  await sleep(Number(url.searchParams.get("ms") ?? 0));
  addLogContext({ organizationId: url.searchParams.get("organization") ?? undefined });
  logger.info("inside");
  response.end(`peer=${request.headers["x-gestion-peer"]} id=${request.headers["x-request-id"]}`);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`listening ${typeof address === "object" ? address?.port : ""}\n`);
});
