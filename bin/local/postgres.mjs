// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { guard } from "./guard.mjs";
import { freePort } from "./port.mjs";
import { invocation } from "./postgres-programs.mjs";
import { postgresAccount } from "./postgres-user.mjs";
import { commandLine, isAlive, stopProcess } from "./process.mjs";

/**
 * @typedef {{ dataDirectory: string, password: string, logFile: string, port?: number, settings?: Record<string, string> }} Options
 * @typedef {object} Postgres
 * @property {number} pid @property {number} port
 * @property {(database: string) => string} url
 * @property {(then: () => void) => void} whenEnded
 * @property {() => Promise<void>} stop
 */

// Letters in the order of a Spanish dictionary (á beside a, ñ after n), whatever the machine has installed.
const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=es"];

/**
 * Starts the PostgreSQL that npm brought on the data in a folder, made when it is not there. It listens on 127.0.0.1
 * only, on a free port unless told which. When this process dies, however it dies, PostgreSQL stops too; `kill -9`
 * costs no data.
 * @param {Options} options @returns {Promise<Postgres>}
 */
export async function startPostgres(options) {
  const where = { ...options, dataDirectory: resolve(options.dataDirectory) };
  if (!existsSync(join(where.dataDirectory, "PG_VERSION"))) await createData(where);
  refuseOrClearStalePid(where.dataDirectory);
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(where, options.port ?? (await freePort()));
    } catch (error) {
      // What a killed server leaves takes a moment to go, and somebody may have taken the port.
      const passes = /shared memory block|could not bind/.test(String(error));
      if (!passes || attempt === 10) throw error;
      await sleep(500);
    }
  }
}

/** @param {Options} options @param {number} port @returns {Promise<Postgres>} */
async function startOnce(options, port) {
  const server = await run(serverArguments(options, port), options);
  const { pid } = server;
  if (pid === undefined) throw new Error(`PostgreSQL could not be started: see ${options.logFile}`);
  const release = guard(pid, "INT");
  const stop = async () => {
    await stopProcess(pid, ["SIGINT", "SIGQUIT", "SIGKILL"], 5_000);
    release();
  };
  await waitUntilReady(server, options).catch(async (error) => {
    await stop();
    throw error;
  });
  server.unref();
  return {
    pid,
    port,
    url: (database) => postgresUrl(options.password, port, database),
    whenEnded: (then) => {
      server.once("exit", then);
    },
    stop,
  };
}

/** The PostgreSQL that runs on this data, or null. @param {string} dataDirectory */
export function runningPostgres(dataDirectory) {
  const file = join(dataDirectory, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid, , , port, , , , status] = readFileSync(file, "utf8").split("\n");
  // After a crash the number may be another program's by now.
  if (!isAlive(Number(pid)) || !commandLine(Number(pid)).includes(resolve(dataDirectory))) return null;
  return { pid: Number(pid), port: Number(port), ready: status?.trim() === "ready" };
}

/** @param {string} password @param {number} port @param {string} database */
export function postgresUrl(password, port, database) {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** In a folder beside it that is renamed when it is complete, so that a start cut short leaves nothing. @param {Options} options */
async function createData({ dataDirectory, password, logFile }) {
  const draft = `${dataDirectory}.new`;
  const passwordFile = `${dataDirectory}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const user = postgresAccount(draft);
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const how = ["-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--no-sync"];
    const { command, args, ids, env } = await invocation("initdb", ["-D", draft, ...how, ...locale], draft);
    const { status, stdout, stderr } = spawnSync(command, args, { ...ids, env, encoding: "utf8" });
    writeFileSync(logFile, `${stdout}${stderr}`);
    if (status !== 0) throw new Error(`PostgreSQL could not make its data in ${dataDirectory}:\n${stderr}`);
    renameSync(draft, dataDirectory);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** @param {Options} options @param {number} port */
function serverArguments(options, port) {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    lc_messages: "C",
    timezone: "UTC",
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", options.dataDirectory, "-p", String(port), ...flags];
}

/** @param {string[]} args @param {Options} options @returns {Promise<import("node:child_process").ChildProcess>} */
async function run(args, options) {
  const { command, args: all, ids, env } = await invocation("postgres", args, options.dataDirectory);
  const log = openSync(options.logFile, "a");
  // A group of its own: Ctrl-C must reach the web server first, and PostgreSQL only when that has finished.
  return spawn(command, all, { ...ids, env, detached: true, stdio: ["ignore", log, log] });
}

/** @param {string} dataDirectory */
function refuseOrClearStalePid(dataDirectory) {
  const other = runningPostgres(dataDirectory);
  if (other) throw new Error(`PostgreSQL runs on ${dataDirectory} already: pid ${other.pid}, port ${other.port}.`);
  rmSync(join(dataDirectory, "postmaster.pid"), { force: true });
}

/** @param {import("node:child_process").ChildProcess} server @param {Options} options */
async function waitUntilReady(server, { dataDirectory, logFile }) {
  // Recovery after a crash may take its time.
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(20)) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    if (runningPostgres(dataDirectory)?.ready) return;
  }
  const lines = readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-8).join("\n");
  throw new Error(`PostgreSQL did not start on ${dataDirectory}; the end of ${logFile}:\n${lines}`);
}
