// @ts-check
// `npm run test:smoke`: does a running system (BASE_URL) answer as it should? Changes nothing in it.
import { begin } from "./local/begin.mjs";
import { holderOfData } from "./local/lock.mjs";
import { runVitest } from "./local/vitest.mjs";

await begin(async (stop) => {
  const address = process.env.BASE_URL || holderOfData()?.address;
  if (!address) throw new Error("Say which system: BASE_URL=https://eventos.example.com npm run test:smoke");
  const args = ["--config", "tests/smoke/vitest.config.ts", ...process.argv.slice(2)];
  return runVitest(args, { env: { BASE_URL: address }, stop });
});
