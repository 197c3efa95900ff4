import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "./finding";
import { textOf } from "./source-tree";

/** The lock file names no host, so that it installs from whatever registry the machine uses (.npmrc of the machine). */
export function lockfileHosts(root: string): Finding {
  const file = "package-lock.json";
  if (!existsSync(join(root, file))) return { seen: 0, problems: [] };
  const lock: unknown = JSON.parse(textOf(root, file));
  const packages = isRecord(lock) && isRecord(lock.packages) ? Object.entries(lock.packages) : [];
  const problems = packages
    .filter(([, entry]) => isRecord(entry) && "resolved" in entry && entry.link !== true)
    .map(([name]) => ({
      file,
      text: `${name} names a host in "resolved": run npm install with omit-lockfile-registry-resolved`,
    }));
  return { seen: packages.length, problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
