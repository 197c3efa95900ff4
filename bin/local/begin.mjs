// @ts-check
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { Stopped, stopSignal } from "./stop-signal.mjs";

/**
 * Runs a command of this project: in its folder, with `.env` read and the packages there. An Error is a line for a
 * person, not a stack (DEBUG=1 shows it).
 * @param {(stop: AbortSignal) => Promise<number | void>} command gives its exit code
 */
export async function begin(command) {
  process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
  if (existsSync(".env")) process.loadEnvFile(".env");
  // Whoever read what we print may go before us; that is no reason to leave things running.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const stop = stopSignal();
  try {
    await installWhatIsMissing(stop);
    process.exitCode = (await command(stop)) ?? 0;
  } catch (error) {
    if (error instanceof Stopped) return;
    console.error(error instanceof Error && !process.env.DEBUG ? `\n${error.message}` : error);
    process.exitCode = 1;
  } finally {
    // What is left now is handles that nobody waits for any more.
    setTimeout(() => process.exit(), 200).unref();
  }
}
