// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { runProgram } from "./program.mjs";

const stampFile = "node_modules/.stamp";

/**
 * Installs the packages of package-lock.json when they are not there or are others; says nothing when all is well.
 * Development packages come too, whatever NODE_ENV says: the build and PostgreSQL are among them.
 * @param {AbortSignal} stop
 */
export async function installWhatIsMissing(stop) {
  refuseOldNode();
  const stamp = lockStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  if (!isInSync()) {
    console.log("Installing packages (npm ci)");
    const npm = process.env.npm_execpath;
    const [command, ...first] = npm?.endsWith("js") ? [process.execPath, npm] : ["npm"];
    const args = [...first, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    const { status } = await runProgram(command ?? "npm", args, { stop });
    if (status !== 0) throw new Error("npm ci did not succeed; its reason is above.");
  }
  writeFileSync(stampFile, stamp);
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(`Node.js ${process.versions.node} is too old: this needs 20.19 or newer.`);
}

/** The packages that belong here, on this kind of machine. */
function lockStamp() {
  const machine = `${process.platform}-${process.arch}`;
  return createHash("sha256").update(machine).update(readFileSync("package-lock.json")).digest("hex");
}

/** Whether what npm noted that it installed (by hand, say) is what package-lock.json asks for. */
function isInSync() {
  const noted = "node_modules/.package-lock.json";
  if (!existsSync(noted)) return false;
  const wanted = packagesOf("package-lock.json");
  const installed = packagesOf(noted);
  return Object.entries(wanted).every(([path, wish]) => {
    if (path === "") return true;
    const version = installed[path]?.version;
    return version === wish.version || (version === undefined && (wish.optional || wish.devOptional || wish.peer));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }>}
 */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}
