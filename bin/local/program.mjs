// @ts-check
import { spawn } from "node:child_process";

/**
 * @typedef {object} Options
 * @property {Record<string, string | undefined>} [env] added to this process's own
 * @property {"terminal" | "kept" | "output"} [show] straight to the terminal; kept and given back; only errors shown
 * @property {AbortSignal} [stop] ends the program with SIGTERM
 */

/**
 * Runs a program to its end and gives its exit code and what it printed.
 * @param {string} command @param {string[]} args @param {Options} [options]
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runProgram(command, args, { env = {}, show = "terminal", stop } = {}) {
  stop?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const out = show === "terminal" ? "inherit" : "pipe";
    const child = spawn(command, args, {
      env: /** @type {NodeJS.ProcessEnv} */ ({ ...process.env, ...env }),
      stdio: ["ignore", out, show === "kept" ? "pipe" : "inherit"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    const end = () => child.kill("SIGTERM");
    stop?.addEventListener("abort", end, { once: true });
    child.once("error", reject);
    child.once("close", (code) => {
      stop?.removeEventListener("abort", end);
      if (stop?.aborted) reject(stop.reason);
      else resolve({ status: code ?? 1, output });
    });
  });
}

/**
 * Runs a TypeScript file; see runProgram.
 * @param {string} file @param {string[]} args @param {Options} [options]
 */
export function runScript(file, args, options) {
  return runProgram(process.execPath, ["--import", "tsx", file, ...args], options);
}

/**
 * Runs a TypeScript file and gives what it printed; throws when it did not succeed.
 * @param {string} file @param {Options} options @returns {Promise<string>}
 */
export async function outputOf(file, options) {
  const { status, output } = await runScript(file, [], { ...options, show: "output" });
  if (status !== 0) throw new Error(`${file} did not succeed; its reason is above.`);
  return output;
}
