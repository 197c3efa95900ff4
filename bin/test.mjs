// @ts-check
// `npm test`: every unit and database test, on a PostgreSQL that the tests start themselves. Arguments go to vitest.
import { begin } from "./local/begin.mjs";
import { runVitest } from "./local/vitest.mjs";

await begin((stop) => runVitest(process.argv.slice(2), { stop }));
