import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A copy of the project as a fresh clone would be, in a folder whose name is hard on programs. */
export function freshCopy(): { folder: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), "gestion-copy-"));
  const folder = join(parent, "Salón «Ñandú» nº 1 & Cía");
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  for (const file of files.split("\0").filter((name) => name !== "" && existsSync(name))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(file, join(folder, file));
  }
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** Every process that works in the folder or was started with its name, as `pid command`. */
export function processesIn(folder: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        const isHere = command.includes(folder) || readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
        return isHere && command !== "" ? [`${pid} ${command}`] : [];
      } catch {
        return []; // It ended while we looked.
      }
    });
}
