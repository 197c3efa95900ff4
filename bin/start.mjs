// @ts-check
// `npm start`: from a fresh clone to a running application, on a machine that has only Node.js.
import { runApplication } from "./local/application.mjs";
import { begin } from "./local/begin.mjs";
import { buildIfChanged } from "./local/build.mjs";

await begin((stop) =>
  runApplication({
    what: "npm start",
    production: true,
    command: async (untilThen) => [process.execPath, await buildIfChanged(untilThen)],
    stop,
  }),
);
