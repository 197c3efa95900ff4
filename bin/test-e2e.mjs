// @ts-check
// `npm run test:e2e`: the journeys in a real Chromium, on an application and a database of their own.
import { begin } from "./local/begin.mjs";
import { findChromium } from "./local/chromium.mjs";
import { runVitest } from "./local/vitest.mjs";

await begin(async (stop) => {
  const chromium = findChromium();
  if (!chromium) {
    throw new Error(
      `The browser tests need Chromium, and ${process.env.CHROMIUM_PATH || "none of the usual places"} has none. ` +
        "Install it (apt-get install chromium), or give its path in CHROMIUM_PATH.",
    );
  }
  const args = ["--config", "tests/e2e/vitest.config.ts", ...process.argv.slice(2)];
  return runVitest(args, { env: { CHROMIUM_PATH: chromium }, stop });
});
