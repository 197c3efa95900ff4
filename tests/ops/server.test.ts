import { randomBytes } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startRedis, type TestRedis } from "#tests/redis/start-redis";
import { platformOrganizationId } from "@/kernel/actor";
import { newSecret } from "@/kernel/secret";
import { migrate } from "@/platform/migrate";
import { buildIfChanged } from "../../bin/local/build.mjs";
import { type Postgres, startPostgres } from "../../bin/local/postgres.mjs";
import { BuiltServer } from "./built-server";
import { freeze, thaw } from "./freeze";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "gestion-server-"));
let serverFile: string;
let postgres: Postgres;
let server: BuiltServer;
let env: Record<string, string>;

beforeAll(async () => {
  serverFile = await buildIfChanged();
  const password = randomBytes(16).toString("hex");
  postgres = await startPostgres({ dataDirectory: join(folder, "data"), logFile: join(folder, "log"), password });
  const databaseUrl = postgres.url("postgres");
  await migrate({ connectionString: databaseUrl });
  env = { DATABASE_URL: databaseUrl, STORAGE_DIR: join(folder, "files"), RUN_WORKER: "inline" };
});
afterEach(() => server.kill());
afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(error);
}

const healthOf = async () => JSON.parse((await server.ask("/api/health")).text);

async function until(check: () => Promise<boolean>, seconds: number): Promise<void> {
  for (const end = performance.now() + seconds * 1_000; !(await check()); await sleep(100)) {
    if (performance.now() > end) throw new Error(`Not within ${seconds} s`);
  }
}

describe("a start in production", () => {
  it.each([
    ["no secret", { NEXTAUTH_SECRET: "" }, "NEXTAUTH_SECRET is missing"],
    [
      "a default secret",
      { NEXTAUTH_SECRET: "please-change-me-please-change-me-now" },
      "NEXTAUTH_SECRET is a well-known",
    ],
    ["no database", { DATABASE_URL: "" }, "DATABASE_URL is missing"],
  ])("with %s is refused, and says which", async (_, wrong, reason) => {
    server = await BuiltServer.start(serverFile, { ...env, ...wrong });
    expect(await server.ended).toBe(1);
    expect(server.output).toContain(reason);
    expect(server.output).not.toContain("please-change-me-please");
  });
});

describe("a stop under load", () => {
  it("loses no request: not ready first, then no new connections, then the end", async () => {
    server = await BuiltServer.start(serverFile, { ...env, SHUTDOWN_DRAIN_MS: "1000" });
    await server.ready();
    const failures: string[] = [];
    const readiness: number[] = [];
    let answered = 0;
    let running = true;
    // As the balancer: what was cut off before it was answered is sent once more, here or (refused) elsewhere.
    const client = async (retries = 1): Promise<void> => {
      try {
        const { status } = await server.ask("/sign-in");
        answered++;
        if (status >= 500) failures.push(String(status));
      } catch (error) {
        const code = codeOf(error);
        if (code === "ECONNREFUSED") running = false;
        else if (retries > 0) return client(retries - 1);
        else failures.push(code);
      }
      if (running) return client();
    };
    const clients = Promise.all(Array.from({ length: 8 }, () => client()));
    await sleep(1_000);
    server.signal("SIGTERM");
    await sleep(300);
    readiness.push((await server.ask("/api/health/ready")).status);
    await clients;
    expect(await server.ended).toBe(0);
    expect(readiness).toEqual([503]);
    expect(answered).toBeGreaterThan(10);
    expect(failures).toEqual([]);
    expect(server.output).toContain('"Stopped"');
  });
});

describe("jobs inside the server", () => {
  it("run, and are counted", async () => {
    server = await BuiltServer.start(serverFile, env);
    await server.ready();
    const client = new Client({ connectionString: env.DATABASE_URL });
    await client.connect();
    await client.query(
      "select enqueue_job('purge-expired', json_build_object('organizationId', $1::text), null, 3, null)",
      [platformOrganizationId],
    );
    await client.end();
    await until(
      async () =>
        /job_duration_seconds_count\{task="purge-expired",outcome="done"\} 1/.test((await server.ask("/metrics")).text),
      10,
    );
  });
});

describe("PostgreSQL that stands still", () => {
  it("is said by pages, API and health, and passes by itself", async () => {
    server = await BuiltServer.start(serverFile, env);
    await server.ready();
    const signedIn = { cookie: `session=${newSecret()}` };
    const byKey = { authorization: `Bearer ${newSecret("gek_")}` };
    expect((await server.ask("/api/v1/organization", byKey)).status).toBe(401);
    expect((await server.ask("/settings/jobs", signedIn)).status).toBe(307);

    freeze(postgres.pid);
    try {
      const [page, api, health, live] = await Promise.all([
        server.ask("/settings/jobs", signedIn),
        server.ask("/api/v1/organization", byKey),
        server.ask("/api/health"),
        server.ask("/api/health/live"),
      ]);
      for (const { ms } of [page, api, health, live]) expect(ms).toBeLessThan(7_500); // a hang would take 9 s and more
      expect(page.status).toBeGreaterThanOrEqual(500);
      expect(api.status).toBe(503);
      expect(JSON.parse(api.text)).toMatchObject({ status: 503, code: "unavailable" });
      // Health may answer once more what it found in the second before.
      await until(async () => (await server.ask("/api/health")).status === 503, 10);
      expect(live.status).toBe(200);
      expect((await server.ask("/api/health/ready")).status).toBe(503);
    } finally {
      thaw(postgres.pid);
    }
    await until(async () => (await server.ask("/api/health/ready")).status === 200, 10);
    expect((await server.ask("/api/v1/organization", byKey)).status).toBe(401);
    expect((await server.ask("/settings/jobs", signedIn)).status).toBe(307);
  });
});

const redis = await startRedis();
afterAll(() => redis?.stop());

describe.skipIf(!redis)("Redis that goes away", () => {
  it("is said by health, and the rest goes on without it", async () => {
    const first = redis as TestRedis;
    server = await BuiltServer.start(serverFile, { ...env, REDIS_URL: first.url });
    await server.ready();
    await until(async () => (await healthOf()).checks.redis.state === "ok", 5);

    await first.stop();
    await until(async () => (await healthOf()).checks.redis.state === "degraded", 5);
    expect((await server.ask("/api/health")).status).toBe(200);
    for (let turn = 0; turn < 5; turn++) {
      const answer = await server.ask("/api/v1/organization", { authorization: `Bearer ${newSecret("gek_")}` });
      expect(answer.status).toBe(401);
    }

    const again = (await startRedis(first.port)) as TestRedis;
    await until(async () => (await healthOf()).checks.redis.state === "ok", 10);
    await again.stop();
  });
});
