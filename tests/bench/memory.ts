import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const mebibyte = 1024 * 1024;

/** The memory of a process that is in RAM now, in MiB (RSS); NaN when it has ended. */
export function residentMemory(pid: number): number {
  const file = `/proc/${pid}/status`;
  const kibibytes = existsSync(file)
    ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, "utf8"))?.[1]
    : spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  return (Number(kibibytes || Number.NaN) * 1024) / mebibyte;
}

/** Looks four times a second until `stop`, which gives the most that was seen, in MiB. */
export function watchMemory(pid: number): { stop: () => number } {
  let most = residentMemory(pid);
  const timer = setInterval(() => {
    most = Math.max(most, residentMemory(pid) || 0);
  }, 250);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
}
