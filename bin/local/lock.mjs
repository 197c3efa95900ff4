// @ts-check
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAlive, startTime, stopProcess } from "./process.mjs";

/**
 * @typedef {object} Runtime what runs on `.data` now
 * @property {number} pid @property {string | null} startTime
 * @property {string} what the command that holds the data
 * @property {string} [address] @property {number} [serverPid] @property {string | null} [serverStartTime]
 * @property {number} [postgresPort]
 */

const file = ".data/runtime.json";

/**
 * Takes the data in `.data` for this process. When another one that lives has it, throws with its name, pid and place;
 * what a killed one left running is stopped first.
 * @param {string} what
 * @returns {Promise<{ note: (news: Partial<Runtime>) => void, release: () => void }>}
 */
export async function takeData(what) {
  mkdirSync(".data", { recursive: true });
  /** @type {Runtime} */
  let mine = { pid: process.pid, startTime: startTime(process.pid), what };
  const draft = `${file}.${process.pid}`;
  const write = () => writeFileSync(draft, JSON.stringify(mine, null, 2));
  try {
    write();
    while (!claim(draft)) {
      const holder = holderOfData();
      if (holder) throw new Error(inUse(holder));
      await clearAway();
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    note: (news) => {
      mine = { ...mine, ...news };
      write();
      renameSync(draft, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Whoever has the data now and lives, or null. @returns {Runtime | null} */
export function holderOfData() {
  const runtime = read();
  return runtime && isSame(runtime.pid, runtime.startTime) ? runtime : null;
}

/** @param {Runtime} holder */
function inUse(holder) {
  const places = [holder.address, holder.postgresPort ? `PostgreSQL on port ${holder.postgresPort}` : undefined].filter(
    Boolean,
  );
  return (
    `\`${holder.what}\` has the data in ${process.cwd()}/.data already: pid ${holder.pid}` +
    `${places.length > 0 ? `, ${places.join(", ")}` : ""}. Stop it first, or give this one a DATABASE_URL of its own.`
  );
}

/** A link is made by one process only, and never half. @param {string} draft */
function claim(draft) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function clearAway() {
  const left = read();
  if (left?.serverPid && isSame(left.serverPid, left.serverStartTime ?? null)) {
    await stopProcess(left.serverPid, ["SIGTERM", "SIGKILL"], 4_000);
  }
  rmSync(file, { force: true });
}

/** @param {number} pid @param {string | null} started */
function isSame(pid, started) {
  return isAlive(pid) && (started === null || startTime(pid) === started);
}

/** @returns {Runtime | null} */
function read() {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
