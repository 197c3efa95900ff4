// @ts-check
// `npm run dev`: as `npm start`, with the development server, which shows a change as soon as it is saved.
import { runApplication } from "./local/application.mjs";
import { begin } from "./local/begin.mjs";

await begin((stop) =>
  runApplication({
    what: "npm run dev",
    production: false,
    command: async () => [process.execPath, "node_modules/next/dist/bin/next", "dev"],
    stop,
  }),
);
