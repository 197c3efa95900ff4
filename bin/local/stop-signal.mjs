// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { commandLine, isAlive, parentOf, startTime } from "./process.mjs";

/**
 * Aborts when this process is asked to end: Ctrl-C, SIGTERM, a closed terminal, or the npm that started it is gone.
 * @returns {AbortSignal}
 */
export function stopSignal() {
  const controller = new AbortController();
  const stop = () => controller.abort(new Stopped());
  for (const signal of ignoresHangup() ? ["SIGINT", "SIGTERM"] : ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, stop);
  if (process.env.npm_lifecycle_event) watchNpm(stop);
  return controller.signal;
}

/** Not a fault: somebody said stop. */
export class Stopped extends Error {}

/** Resolves when the signal aborts. @param {AbortSignal} signal @returns {Promise<void>} */
export function aborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** npm that is killed tells nobody, so look whether it is still there. @param {() => void} gone */
function watchNpm(gone) {
  const npm = [process.ppid, parentOf(process.ppid)].find(isNpm) ?? process.ppid;
  const started = startTime(npm);
  const timer = setInterval(() => {
    if (isAlive(npm) && startTime(npm) === started) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/** npm may have put a shell between itself and us. @param {number | null} pid @returns {pid is number} */
function isNpm(pid) {
  return pid !== null && /(^|\/)npm(-cli\.js)?( |$)/.test(commandLine(pid));
}

/** nohup asks not to be told; a handler of ours would undo that. */
function ignoresHangup() {
  if (!existsSync("/proc/self/status")) return false;
  const mask = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  return (BigInt(`0x${mask}`) & 1n) === 1n;
}
