import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { platformOrganizationId } from "@/kernel/actor";
import { migrate } from "@/platform/migrate";
import { freePort } from "../../bin/local/port.mjs";
import { throwawayPostgres } from "../../bin/local/throwaway-postgres.mjs";

let postgres: Awaited<ReturnType<typeof throwawayPostgres>>;
let databaseUrl: string;
let child: ChildProcess;
let output = "";

beforeAll(async () => {
  postgres = await throwawayPostgres();
  databaseUrl = postgres.url("postgres");
  await migrate({ connectionString: databaseUrl });
});
afterEach(() => void child.kill("SIGKILL"));
afterAll(() => postgres.stop());

async function start(env: Record<string, string> = {}): Promise<string> {
  const port = await freePort();
  output = "";
  child = spawn(process.execPath, ["--import", "tsx", "src/worker/main.ts"], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      GESTION_LOCAL: "1",
      DATABASE_URL: databaseUrl,
      NEXTAUTH_URL: "http://localhost:3000",
      NEXTAUTH_SECRET: randomBytes(36).toString("base64url"),
      WORKER_PORT: String(port),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return `http://127.0.0.1:${port}`;
}

async function answer(url: string, headers: Record<string, string> = {}): Promise<Response> {
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(url, { headers }).catch(() => null);
    if (response) return response;
    if (attempt === 200 || child.exitCode !== null) throw new Error(`The worker does not answer:\n${output}`);
    await sleep(50);
  }
}

describe("the worker's own process", () => {
  it("answers, works, counts, and stops with exit code 0", async () => {
    const address = await start();
    expect((await answer(`${address}/live`)).status).toBe(200);
    expect((await answer(`${address}/elsewhere`)).status).toBe(404);
    expect((await answer(`${address}/metrics`, { "x-forwarded-for": "203.0.113.9" })).status).toBe(404);

    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(
      "select enqueue_job('purge-expired', json_build_object('organizationId', $1::text), null, 3, null)",
      [platformOrganizationId],
    );
    const done = /job_duration_seconds_count\{task="purge-expired",outcome="done"\} 1/;
    for (let attempt = 0; !done.test(await (await answer(`${address}/metrics`)).text()); attempt++) {
      if (attempt === 100) throw new Error(`The job did not run:\n${output}`);
      await sleep(100);
    }
    expect((await client.query("select from job_runner")).rowCount).toBe(1);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect((await client.query("select from job_runner")).rowCount).toBe(0);
    await client.end();
    const lines = output.split("\n").filter((line) => line.startsWith("{"));
    const job = lines.map((line) => JSON.parse(line)).find((line) => line.msg === "Job done");
    expect(job).toMatchObject({ job: "purge-expired", organizationId: platformOrganizationId, level: "info" });
  });

  it("refuses to start with a weak secret, and says which", async () => {
    await start({ NEXTAUTH_SECRET: "secret" });
    expect(await once(child, "close")).toEqual([1, null]);
    expect(output).toContain("NEXTAUTH_SECRET");
  });
});
