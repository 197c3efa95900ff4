import { readdirSync, readFileSync } from "node:fs";

/** Stops a process and its children where they are; they keep their connections and answer nothing. */
export function freeze(pid: number): void {
  for (const it of [pid, ...childrenOf(pid)]) process.kill(it, "SIGSTOP");
}

/** Lets them go on. */
export function thaw(pid: number): void {
  for (const it of [...childrenOf(pid), pid]) process.kill(it, "SIGCONT");
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return Number(/\) \w (\d+)/.exec(readFileSync(`/proc/${name}/stat`, "utf8"))?.[1]) === pid;
      } catch {
        return false; // it has ended meanwhile
      }
    })
    .map(Number);
}
