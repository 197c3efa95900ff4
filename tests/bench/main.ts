import { parseArgs } from "node:util";
import { closeAppDb } from "@/platform/db";
import { appEnv } from "../../bin/local/app-env.mjs";
import { throwawayApp } from "../../bin/local/throwaway-app.mjs";
import { capturedScripts } from "./captured";
import { type BenchData, loadBenchData } from "./data";
import { print, writeJson } from "./report";
import {
  machine,
  reportDatabase,
  reportPages,
  reportRequests,
  reportStarts,
  type Section,
  type Size,
} from "./sections";
import type { Script } from "./transaction-script";

const quick: Size = { seconds: 2, times: 1, rest: 5 };
const full: Size = { seconds: 8, times: 3, rest: 30 };

/** As PostgreSQL comes, so that each commit is on the disk before it is answered; more memory, as in production. */
const settings = { shared_buffers: "256MB", max_connections: "100" };

/** The worker is a process of its own, and the sign-in page does not offer the demo's people, as it does on localhost. */
const asOnServer = { RUN_WORKER: "off", NEXTAUTH_URL: "http://10.0.0.1" };

const file = ".ci/out/bench.json";
const { values: asked } = parseArgs({ options: { quick: { type: "boolean" }, cold: { type: "boolean" } } });
const size = asked.quick ? quick : full;
const figures: Record<string, unknown> = { at: new Date().toISOString(), machine: machine(), ...size };

/** Prints a section as soon as it is measured, and keeps it for the file. */
function keep({ tables, ...measured }: Section): void {
  for (const table of tables) print(table);
  Object.assign(figures, measured);
}

console.log(`${machine()}\nStarting the built application on a PostgreSQL of its own, with the demo`);
const app = await throwawayApp(asOnServer, settings);
try {
  const { data, scripts } = await prepare();
  const requests = await reportRequests(app, data, size);
  keep(requests);
  keep(await reportDatabase(app, scripts, { size, requests }));
  keep(await reportPages(app, data, size));
} finally {
  await app.stop();
}
keep(await reportStarts({ fresh: asked.cold ?? false, times: size.times }));
writeJson(file, figures);
console.log(`\nEvery run of every figure: ${file}. How to read them: docs/bench.md`);

async function prepare(): Promise<{ data: BenchData; scripts: { read: Script[]; write: Script[] } }> {
  console.log("Loading 10,000 events and 10,000 audit entries");
  // What is called in this process (the product's own verbs and routes) is configured as the server is, until it ends.
  const before = process.env;
  const at = { databaseUrl: app.databaseUrl, port: 3000, host: "127.0.0.1", production: true };
  process.env = { ...before, ...appEnv(at), NODE_ENV: "production" };
  try {
    const data = await loadBenchData(app.databaseUrl);
    return { data, scripts: await capturedScripts(data) };
  } finally {
    await closeAppDb();
    process.env = before;
  }
}
