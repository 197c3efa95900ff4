// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { appEnv } from "./app-env.mjs";
import { stateIfCurrent } from "./database-state.mjs";
import { holderOfData, takeData } from "./lock.mjs";
import { postgresUrl, runningPostgres, startPostgres } from "./postgres.mjs";
import { stopProcess } from "./process.mjs";
import { outputOf } from "./program.mjs";
import { localSecrets } from "./secrets.mjs";

/** @typedef {{ url: string, where: string, note: (news: Partial<import("./lock.mjs").Runtime>) => void, stop: () => Promise<void> }} Database */

const dataDirectory = ".data/postgres";
const logFile = ".data/postgres.log";
const name = "gestion";

/**
 * The database to work with: the one that DATABASE_URL names, or our own PostgreSQL on `.data/postgres`, which this
 * starts and then holds until `stop`. Throws when another process holds that data.
 * @param {string} what the command that asks
 * @returns {Promise<Database>}
 */
export async function openDatabase(what) {
  if (process.env.DATABASE_URL) return given(process.env.DATABASE_URL);
  const data = await takeData(what);
  try {
    await stopLeftover();
    if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) rmSync(logFile);
    const options = { dataDirectory, logFile, password: localSecrets().databasePassword };
    const postgres = await startPostgres(options);
    data.note({ postgresPort: postgres.port });
    const stop = keepRunning(postgres, options);
    return {
      url: postgres.url(name),
      where: `.data/postgres (PostgreSQL on port ${postgres.port}, pid ${postgres.pid})`,
      note: data.note,
      stop: () => stop().finally(data.release),
    };
  } catch (error) {
    data.release();
    throw error;
  }
}

/**
 * As openDatabase, but shares the PostgreSQL of an `npm start` that is running already.
 * @param {string} what
 * @returns {Promise<Database>}
 */
export async function joinDatabase(what) {
  if (process.env.DATABASE_URL) return given(process.env.DATABASE_URL);
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    const holder = holderOfData();
    if (!holder) return openDatabase(what);
    const { postgresPort: port } = holder;
    if (port && runningPostgres(dataDirectory)?.ready) {
      const url = postgresUrl(localSecrets().databasePassword, port, name);
      return { url, where: `.data/postgres (PostgreSQL on port ${port})`, note: () => {}, stop: async () => {} };
    }
  }
  throw new Error(`The database does not come up: see ${logFile}`);
}

/**
 * Makes the database if it is not there, migrates it, and counts the organizations in it.
 * @param {string} url @param {AbortSignal} [stop] @returns {Promise<{ customers: number }>}
 */
export async function prepareDatabase(url, stop) {
  const state = await stateIfCurrent(url);
  if (state) return state;
  const answer = await outputOf("bin/local/prepare-database.ts", { env: { DATABASE_URL: url }, stop });
  const lines = answer.trimEnd().split("\n");
  for (const line of lines.slice(0, -1)) console.log(line);
  return JSON.parse(lines.at(-1) ?? "");
}

/**
 * Loads the demo into a database without customers, and gives back the sign-ins that it printed then.
 * @param {string} url @param {number} customers @param {AbortSignal} [stop] @returns {Promise<string>}
 */
export async function loadDemoIfEmpty(url, customers, stop) {
  const kept = `.data/demo-${createHash("sha256").update(stableName(url)).digest("hex").slice(0, 12)}.txt`;
  if (customers > 0) return existsSync(kept) ? readFileSync(kept, "utf8") : "";
  console.log("Loading the demo");
  const signIns = await outputOf("bin/demo-load.ts", {
    env: appEnv({ databaseUrl: url, port: 3000, host: "127.0.0.1", production: false }),
    stop,
  });
  writeFileSync(kept, signIns, { mode: 0o600 });
  return signIns;
}

/** @param {string} url @returns {Database} */
function given(url) {
  const { host, pathname } = new URL(url);
  return { url, where: `${host}${pathname} (DATABASE_URL)`, note: () => {}, stop: async () => {} };
}

/** Our own server's port and password change; what is in it does not. @param {string} url */
function stableName(url) {
  return process.env.DATABASE_URL ? url : "embedded";
}

/** A killed launcher may have left its PostgreSQL; nobody holds the data now, so nobody uses it. */
async function stopLeftover() {
  const left = runningPostgres(dataDirectory);
  if (left) await stopProcess(left.pid, ["SIGINT", "SIGQUIT", "SIGKILL"], 5_000);
}

/**
 * Starts PostgreSQL again on the same port when it dies of itself. Returns how to stop it for good.
 * @param {import("./postgres.mjs").Postgres} first @param {import("./postgres.mjs").Options} options
 */
function keepRunning(first, options) {
  let current = Promise.resolve(first);
  let stopping = false;
  /** @param {import("./postgres.mjs").Postgres} postgres */
  const watch = (postgres) => {
    postgres.whenEnded(() => {
      if (stopping) return;
      console.error(`PostgreSQL ended unexpectedly; starting it again (its log: ${logFile})`);
      current = startPostgres({ ...options, port: first.port });
      current.then(watch, (error) => console.error(error.message));
    });
  };
  watch(first);
  return async () => {
    stopping = true;
    await current.then(
      (postgres) => postgres.stop(),
      () => {},
    );
  };
}
