// @ts-check
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { holderOfData } from "./lock.mjs";
import { runProgram } from "./program.mjs";

const output = ".next/standalone";
const stampFile = `${output}/.stamp`;

/** What the built application depends on. */
const sources = [
  "src",
  "messages",
  "public",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/**
 * Builds the web application when its sources are others than at the last build. Gives its server's file.
 * @param {AbortSignal} [stop] @returns {Promise<string>}
 */
export async function buildIfChanged(stop) {
  const stamp = sourcesStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return serverFile();
  refuseUnderARunningServer();
  console.log("Building (about a minute)");
  await buildWeb(stop);
  writeFileSync(stampFile, stamp);
  return serverFile();
}

/** `next build`, made complete: the standalone server does not bring its static files by itself. @param {AbortSignal} [stop] */
export async function buildWeb(stop) {
  rmSync(output, { recursive: true, force: true });
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const args = ["node_modules/next/dist/bin/next", "build"];
  const build = await runProgram(process.execPath, args, { env, show: "kept", stop });
  if (build.status !== 0) throw new Error(`The build did not succeed.\n${build.output}`);
  cpSync(".next/static", `${output}/.next/static`, { recursive: true });
  if (existsSync("public")) cpSync("public", `${output}/public`, { recursive: true });
}

function refuseUnderARunningServer() {
  const holder = holderOfData();
  if (!holder || holder.pid === process.pid || holder.what !== "npm start") return;
  throw new Error(
    `The sources changed, and \`npm start\` (pid ${holder.pid}) is serving the last build. Stop it first.`,
  );
}

function serverFile() {
  return join(process.cwd(), output, "server.js");
}

function sourcesStamp() {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) for (const file of filesIn(source)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** Every file below the path but the tests, which nothing of the application imports. @param {string} path @returns {string[]} */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  return names.filter((name) => !/\.test\.tsx?$/.test(name)).flatMap((name) => filesIn(join(path, name)));
}
