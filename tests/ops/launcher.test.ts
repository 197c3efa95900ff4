import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../bin/local/port.mjs";
import { throwawayPostgres } from "../../bin/local/throwaway-postgres.mjs";
import { freshCopy, processesIn } from "./copy";
import { Launch } from "./launch";

const copy = freshCopy();
const launches: Launch[] = [];
let port = 0;

beforeAll(async () => {
  port = await freePort();
});

afterEach(async () => {
  for (const launch of launches.splice(0)) {
    try {
      launch.signalGroup("SIGTERM");
    } catch {
      continue; // It has ended by itself.
    }
    await launch.exitCode();
  }
});

afterAll(copy.remove);

function start(options: ConstructorParameters<typeof Launch>[1] = {}): Launch {
  const launch = new Launch(copy.folder, { ...options, env: { PORT: String(port), ...options.env } });
  launches.push(launch);
  return launch;
}

describe("npm start", () => {
  it("goes from a fresh clone to a page, and says where and with which sign-ins", async () => {
    const launch = start();
    const address = await launch.address();
    expect(address).toBe(`http://localhost:${port}`);
    expect((await fetch(address)).status).toBe(200);
    await printed(launch, "Ctrl-C");
    expect(launch.output).toContain(`${address}/mailbox`);
    for (const role of ["owner", "sales", "finance", "door", "viewer"]) expect(launch.output).toContain(role);
    console.log(`cold start: ${launch.seconds.toFixed(1)} s`);
  }, 300_000);

  // How long both starts take is printed here and measured by `npm run bench`: a busy machine fails no test.
  it("finds everything in place the second time: no install, no build, no demo", async () => {
    const launch = start();
    const address = await launch.address();
    expect((await fetch(address)).status).toBe(200);
    expect(launch.output).not.toMatch(/Installing|Building|Loading|Applying/);
    expect(launch.output).toContain("sales");
    console.log(`warm start: ${launch.seconds.toFixed(1)} s`);
  });

  it("refuses a second start on the same data, naming process and port, and leaves the first alone", async () => {
    const first = start();
    const address = await first.address();
    const second = start();
    expect(await second.exitCode()).toBe(1);
    expect(second.output).toContain(`pid ${runtime().pid}`);
    expect(second.output).toContain(address);
    expect((await fetch(address)).ok).toBe(true);
  });

  it("lets scripts use the database of the one that runs", async () => {
    await start().address();
    const script = start({ command: ["npm", "run", "db:migrate"] });
    expect(await script.exitCode()).toBe(0);
    expect(script.output).toContain("up to date");
  });

  it("says that the port is taken, and takes the next", async () => {
    const taken = createServer().listen(port, "127.0.0.1");
    const launch = start();
    expect(await launch.address()).not.toBe(`http://localhost:${port}`);
    expect(launch.output).toContain(`Port ${port} is taken`);
    taken.close();
  });

  it("keeps its data through kill -9 of everything, and starts again", async () => {
    const first = start();
    await first.address();
    await writeMark("before the kill");
    for (const line of processesIn(copy.folder)) kill(Number(line.split(" ")[0]));
    const second = start();
    expect(await second.address()).toBe(`http://localhost:${port}`);
    expect(await readMark()).toBe("before the kill");
    expect(second.output).not.toContain("Loading");
  });

  it("leaves nothing running when only the launcher is killed", async () => {
    const first = start();
    await first.address();
    kill(runtime().pid);
    await nothingLeft();
    expect(await start().address()).toBe(`http://localhost:${port}`);
  });

  it("brings PostgreSQL back on its port when that is killed", async () => {
    const launch = start();
    const address = await launch.address();
    kill(postgresPid());
    await expect.poll(() => healthy(address), { timeout: 30_000, interval: 200 }).toBe(true);
    expect(launch.output).toContain("PostgreSQL ended unexpectedly");
  });

  it.each([
    ["Ctrl-C", "SIGINT"],
    ["SIGTERM", "SIGTERM"],
    ["a closed terminal", "SIGHUP"],
  ] as const)("stops everything within ten seconds after %s", async (_what, signal) => {
    const launch = start();
    await launch.address();
    launch.signalGroup(signal);
    await nothingLeft();
    expect(existsSync(join(copy.folder, ".data/runtime.json"))).toBe(false);
  });

  it("stops everything when npm alone is killed", async () => {
    const launch = start();
    await launch.address();
    kill(launch.pid);
    await nothingLeft();
  });

  it("stops in the middle of a build", async () => {
    rmSync(join(copy.folder, ".next/standalone/.stamp"));
    const launch = start();
    await printed(launch, "Building");
    await sleep(3_000);
    launch.signalGroup("SIGTERM");
    await nothingLeft();
    await start().address();
  }, 240_000);

  it("works on the database of DATABASE_URL, beside one that runs on the data here", async () => {
    const own = start();
    await own.address();
    const postgres = await throwawayPostgres();
    const other = start({ env: { DATABASE_URL: postgres.url("elsewhere"), PORT: String(await freePort()) } });
    const address = await other.address();
    expect(address).not.toBe(await own.address());
    expect(other.output).toContain("elsewhere");
    expect((await fetch(address)).status).toBe(200);
    other.signalGroup("SIGTERM");
    await other.exitCode();
    await postgres.stop();
  });

  it.runIf(process.getuid?.() === 0)("works as a normal user too", async () => {
    const [uid = 0, gid = 0] = ["-u", "-g"].map((flag) =>
      Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" })),
    );
    chmodSync(dirname(copy.folder), 0o755);
    execFileSync("chown", ["-R", `${uid}:${gid}`, copy.folder]);
    const launch = start({
      ids: { uid, gid },
      env: { HOME: copy.folder, npm_config_cache: join(copy.folder, ".data/npm") },
    });
    const address = await launch.address();
    expect((await fetch(address)).status).toBe(200);
    launch.signalGroup("SIGINT");
    await nothingLeft();
  });
});

function runtime(): { pid: number; postgresPort: number } {
  return JSON.parse(readFileSync(join(copy.folder, ".data/runtime.json"), "utf8"));
}

function postgresPid(): number {
  return Number(readFileSync(join(copy.folder, ".data/postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It went with its parent.
  }
}

async function nothingLeft(): Promise<void> {
  await expect.poll(() => processesIn(copy.folder), { timeout: 10_000, interval: 100 }).toEqual([]);
}

async function printed(launch: Launch, text: string): Promise<void> {
  await expect.poll(() => launch.output, { timeout: 180_000, interval: 50 }).toContain(text);
}

async function healthy(address: string): Promise<boolean> {
  return fetch(`${address}/api/health/ready`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function writeMark(text: string): Promise<void> {
  await query("create table if not exists launcher_mark (text text)");
  await query("insert into launcher_mark values ($1)", [text]);
}

async function readMark(): Promise<unknown> {
  const [row] = await query("select text from launcher_mark");
  await query("drop table launcher_mark");
  return row?.text;
}

async function query(sql: string, values: string[] = []): Promise<Record<string, unknown>[]> {
  const { databasePassword } = JSON.parse(readFileSync(join(copy.folder, ".data/secrets.json"), "utf8"));
  const client = new Client({
    connectionString: `postgres://postgres:${databasePassword}@127.0.0.1:${runtime().postgresPort}/gestion`,
  });
  await client.connect();
  return client.query(sql, values).then(
    ({ rows }) => client.end().then(() => rows),
    (error) => client.end().then(() => Promise.reject(error)),
  );
}
