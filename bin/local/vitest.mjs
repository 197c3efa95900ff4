// @ts-check
import { spawn } from "node:child_process";

/**
 * Runs vitest once, in the terminal, and gives its exit code.
 * @param {string[]} args @param {{ env?: Record<string, string>, stop: AbortSignal }} options @returns {Promise<number>}
 */
export function runVitest(args, { env = {}, stop }) {
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...args], {
    env: { ...process.env, NODE_ENV: "test", ...env },
    stdio: "inherit",
  });
  // Ctrl-C reached vitest too, and it is cleaning up; whatever else stopped us did not.
  stop.addEventListener("abort", () => setTimeout(() => child.kill("SIGTERM"), 2_000));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
