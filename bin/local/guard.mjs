// @ts-check
import { spawn } from "node:child_process";

/**
 * Makes sure that a process does not outlive this one: a small shell waits at the end of a pipe, which the system
 * closes however we die, and then sends the signal and removes the folder. The returned function lets it off.
 * @param {number | null} pid null: only the folder @param {"INT" | "TERM"} signal @param {string} [folder]
 * @returns {() => void}
 */
export function guard(pid, signal, folder = "") {
  const script =
    'while read -r _; do :; done; [ -z "$2" ] || kill -s "$1" "$2" 2>/dev/null; [ -z "$3" ] || { sleep 2; rm -rf -- "$3"; }';
  const child = spawn("/bin/sh", ["-c", script, "guard", signal, pid === null ? "" : String(pid), folder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  if (child.stdin && "unref" in child.stdin && typeof child.stdin.unref === "function") child.stdin.unref();
  return () => {
    if (child.pid === undefined || child.exitCode !== null) return;
    try {
      process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has gone by itself.
    }
  };
}
