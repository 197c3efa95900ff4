// @ts-check
// `npm run bench`: how fast and how heavy the product is on this machine. docs/bench.md says how to read the figures.
import { begin } from "./local/begin.mjs";
import { runScript } from "./local/program.mjs";

await begin(async (stop) => (await runScript("tests/bench/main.ts", process.argv.slice(2), { stop })).status);
