import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";

let child: ChildProcess;
let output = "";

afterEach(() => void child.kill("SIGKILL"));

async function start(env: Record<string, string> = {}): Promise<string> {
  output = "";
  child = spawn(process.execPath, ["--import", "tsx", "tests/lifecycle/graceful-server.ts"], {
    env: { ...process.env, LOG_LEVEL: "debug", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout?.on("data", (chunk) => (output += String(chunk)));
  for (;;) {
    const port = /listening (\d+)/.exec(output)?.[1];
    if (port) return `http://127.0.0.1:${port}`;
    if (child.exitCode !== null) throw new Error(`The server did not start: ${output}`);
    await sleep(20);
  }
}

const lines = () =>
  output
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

type Answer = { status: number; body: string; headers: Record<string, unknown> };

function ask(url: string, headers: Record<string, string> = {}, agent?: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += String(chunk)));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
      response.on("error", reject);
    }).on("error", reject);
  });
}

describe("a process that is told to stop", () => {
  it("says not ready, finishes what is in flight, then jobs, then connections, and exits 0", async () => {
    const url = await start({ DRAIN_MS: "400" });
    const keptAlive = new Agent({ keepAlive: true });
    await ask(`${url}/`, {}, keptAlive);
    const slow = ask(`${url}/?ms=1200`);
    await sleep(150);
    child.kill("SIGTERM");
    await sleep(150);
    const ready = await ask(`${url}/ready`, {}, keptAlive);
    expect([ready.status, ready.headers.connection]).toEqual([503, "close"]);
    await sleep(350);
    await expect(ask(`${url}/`)).rejects.toThrow("ECONNREFUSED");
    expect((await slow).status).toBe(200);
    expect(output).not.toContain("jobs finished");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(output.indexOf("jobs finished")).toBeLessThan(output.indexOf("connections closed"));
    expect(output).toContain('"Stopped"');
    keptAlive.destroy();
  }, 15_000);

  it("takes two signals within a moment as one wish (Ctrl-C and the parent that passes it on)", async () => {
    const url = await start();
    const slow = ask(`${url}/?ms=600`);
    await sleep(150);
    child.kill("SIGINT");
    child.kill("SIGTERM");
    expect((await slow).status).toBe(200);
    expect(await once(child, "exit")).toEqual([0, null]);
  }, 15_000);

  it("leaves at once at a second signal", async () => {
    const url = await start();
    const slow = ask(`${url}/?ms=8000`).catch((error) => error.code);
    await sleep(150);
    child.kill("SIGTERM");
    await sleep(700);
    const from = performance.now();
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([1, null]);
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(await slow).toBe("ECONNRESET");
  }, 15_000);

  it("cuts off requests that take longer than they may", async () => {
    const url = await start({ REQUESTS_MS: "300" });
    const slow = ask(`${url}/?ms=8000`).catch((error) => error.code);
    await sleep(150);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await slow).toBe("ECONNRESET");
    expect(output).toContain("cut off");
  }, 15_000);
});

describe("the log of requests", () => {
  it("writes one line each, with what was found out on the way and without the query", async () => {
    const url = await start();
    const [a, b] = await Promise.all([ask(`${url}/a?ms=100&organization=one`), ask(`${url}/b?ms=50&organization=two`)]);
    await ask(`${url}/invitation/${"aB3_".repeat(10)}?token=abc`);
    await sleep(50);
    const requests = lines().filter((line) => line.msg === "Request");
    expect(requests.map((line) => [line.path, line.status, line.organizationId])).toEqual([
      ["/b", 200, "two"],
      ["/a", 200, "one"],
      ["/invitation/[secret]", 200, undefined],
    ]);
    expect(requests.every((line) => typeof line.durationMs === "number")).toBe(true);
    expect(output).not.toContain("token=abc");
    const ids = requests.map((line) => line.requestId);
    expect(new Set(ids).size).toBe(3);
    expect([a.headers["x-request-id"], b.headers["x-request-id"]]).toEqual([ids[1], ids[0]]);
    const inside = lines().filter((line) => line.msg === "inside");
    expect(inside.map((line) => [line.requestId, line.path])).toEqual(ids.map((id) => [id, undefined]));
  }, 15_000);

  it("keeps requests on one connection apart", async () => {
    const url = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await Promise.all(["one", "two", "three"].map((name) => ask(`${url}/${name}?organization=${name}`, {}, agent)));
    agent.destroy();
    await sleep(50);
    const requests = lines().filter((line) => line.msg === "Request");
    expect(requests.map((line) => line.organizationId)).toEqual(["one", "two", "three"]);
    expect(new Set(requests.map((line) => line.requestId)).size).toBe(3);
  }, 15_000);

  it("notes an answer that nobody waited for", async () => {
    const url = await start();
    await fetch(`${url}/?ms=2000`, { signal: AbortSignal.timeout(200) }).catch(() => {});
    await sleep(100);
    expect(lines().find((line) => line.msg === "Request")).toMatchObject({ aborted: true });
  }, 15_000);

  it("believes no address from outside, and an id only from a proxy of ours", async () => {
    const claims = { "x-gestion-peer": "8.8.8.8", "x-request-id": "from-proxy-12345" };
    const alone = await start();
    expect((await ask(alone, claims)).body).toMatch(/^peer=127\.0\.0\.1 id=[0-9a-f-]{36}$/);
    child.kill("SIGKILL");
    const behind = await start({ TRUST: "1" });
    expect((await ask(behind, claims)).body).toBe("peer=127.0.0.1 id=from-proxy-12345");
    const forged = await ask(behind, { ...claims, "x-request-id": 'a b"c{}' });
    expect(forged.body).toMatch(/id=[0-9a-f-]{36}$/);
  }, 15_000);
});
