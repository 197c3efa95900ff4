// @ts-check
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { guard } from "./guard.mjs";
import { isFree } from "./port.mjs";
import { stopProcess } from "./process.mjs";

/**
 * @typedef {object} Server
 * @property {number} pid @property {number} port @property {string} address
 * @property {(then: (code: number | null) => void) => void} whenEnded
 * @property {() => Promise<void>} stop
 * @typedef {{ command: string[], env: (port: number) => Record<string, string | undefined>, wantedPort: number, host: string, stop?: AbortSignal }} Wish
 */

/**
 * Starts a web server on the wanted port, or on the next one that is free, and waits until it answers. It stops when
 * this process dies, however it dies.
 * @param {Wish} wish @returns {Promise<Server>}
 */
export async function startServer(wish) {
  for (let port = wish.wantedPort; port < wish.wantedPort + 100; port++) {
    const server = (await isFree(port)) ? await tryPort(wish, port) : null;
    if (server) return server;
    console.log(`Port ${port} is taken; trying ${port + 1}`);
  }
  throw new Error(`No port from ${wish.wantedPort} on is free. Give another one in PORT.`);
}

/** Null when somebody took the port meanwhile. @param {Wish} wish @param {number} port @returns {Promise<Server | null>} */
async function tryPort(wish, port) {
  const [program = process.execPath, ...args] = wish.command;
  // A group of its own: the order in which things stop is ours, not the terminal's.
  const child = spawn(program, args, {
    env: cleanEnv(wish.env(port)),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`The web server could not be started: ${program}`);
  const release = guard(pid, "TERM");
  const printed = collectOutput(child);
  const answered = await waitUntilItAnswers(child, wish.host, port, wish.stop);
  if (!answered) {
    await stopProcess(pid, ["SIGTERM", "SIGKILL"], 4_000);
    release();
    wish.stop?.throwIfAborted();
  }
  if (!answered && printed.text().includes("EADDRINUSE")) return null;
  if (!answered) throw new Error(`The web server did not start:\n${printed.text()}`);
  printed.passOn();
  return {
    pid,
    port,
    address: `http://localhost:${port}`,
    whenEnded: (then) => {
      child.once("exit", then);
    },
    stop: async () => {
      await stopProcess(pid, ["SIGTERM", "SIGKILL"], 6_000);
      release();
    },
  };
}

/** Next's banner says what we say better, so what comes before the first answer is kept for the case that it fails. */
function collectOutput(/** @type {import("node:child_process").ChildProcess} */ child) {
  let early = "";
  let passing = false;
  const take = (/** @type {NodeJS.WriteStream} */ target) => (/** @type {Buffer} */ chunk) => {
    if (passing) target.write(chunk);
    else early += chunk.toString("utf8");
  };
  child.stdout?.on("data", take(process.stdout));
  child.stderr?.on("data", take(process.stderr));
  return {
    text: () => early,
    passOn: () => {
      passing = true;
      const lines = early.split("\n").filter((line) => line.startsWith("{"));
      if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
    },
  };
}

/** @param {import("node:child_process").ChildProcess} child @param {string} host @param {number} port @param {AbortSignal} [stop] */
async function waitUntilItAnswers(child, host, port, stop) {
  const address = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}/api/health/live`;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(30)) {
    if (child.exitCode !== null || child.signalCode !== null || stop?.aborted) return false;
    const answer = await fetch(address, { signal: AbortSignal.timeout(20_000) }).catch(() => null);
    if (answer) return child.exitCode === null;
  }
  return false;
}

/** @param {Record<string, string | undefined>} env @returns {NodeJS.ProcessEnv} */
function cleanEnv(env) {
  const given = Object.entries(env).filter(([, value]) => value !== undefined);
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(given));
}
