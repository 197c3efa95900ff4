// @ts-check
// `npm run build`: what production runs. .next/standalone/server.js, dist/worker.mjs and dist/migrate.mjs.
import { begin } from "./local/begin.mjs";
import { buildWeb } from "./local/build.mjs";
import { bundlePrograms } from "./local/bundle.mjs";

await begin(async (stop) => {
  await buildWeb(stop);
  await bundlePrograms();
});
