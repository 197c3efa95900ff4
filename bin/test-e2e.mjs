// @ts-check
// `npm run test:e2e`: the journeys in a real Chromium, on an application and a database of their own.
import { existsSync } from "node:fs";
import { begin } from "./local/begin.mjs";
import { runVitest } from "./local/vitest.mjs";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

await begin(async (stop) => {
  const chromium = process.env.CHROMIUM_PATH || usual.find((path) => existsSync(path));
  if (!chromium || !existsSync(chromium)) {
    throw new Error(
      `The browser tests need Chromium, and ${chromium ?? "none of the usual places"} has none. ` +
        "Install it (apt-get install chromium), or give its path in CHROMIUM_PATH.",
    );
  }
  const args = ["--config", "tests/e2e/vitest.config.ts", ...process.argv.slice(2)];
  return runVitest(args, { env: { CHROMIUM_PATH: chromium }, stop });
});
