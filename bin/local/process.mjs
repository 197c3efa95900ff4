// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process runs; a zombie that nobody has buried does not. @param {number} pid */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  return stat(pid)?.state !== "Z";
}

/** Tells a process from a later one with the same number; null where the system does not say. @param {number} pid */
export function startTime(pid) {
  return stat(pid)?.startTime ?? null;
}

/** @param {number} pid @returns {number | null} null where the system does not say */
export function parentOf(pid) {
  return stat(pid)?.parent ?? null;
}

/** The command and its arguments, "" where the system does not say. @param {number} pid */
export function commandLine(pid) {
  if (!existsSync("/proc/self/cmdline")) {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout?.trim() ?? "";
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return "";
  }
}

/**
 * Sends the signals one after the other, each with its share of time, until the process has gone.
 * @param {number} pid @param {NodeJS.Signals[]} signals @param {number} patience milliseconds for each
 */
export async function stopProcess(pid, signals, patience) {
  for (const signal of signals) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const deadline = Date.now() + patience; isAlive(pid) && Date.now() < deadline; ) await sleep(20);
  }
}

/** @param {number} pid @returns {{ state: string, parent: number, startTime: string } | null} */
function stat(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  try {
    // The name in parentheses may hold spaces; what follows it is state (3rd field), parent, ... start time (22nd).
    const fields = readFileSync(file, "utf8")
      .replace(/^.*\)\s/s, "")
      .split(" ");
    return { state: fields[0] ?? "", parent: Number(fields[1]), startTime: fields[19] ?? "" };
  } catch {
    return null;
  }
}
