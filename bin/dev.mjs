// @ts-check
// `npm run dev`: as `npm start`, with the development server, which shows a change as soon as it is saved.
import { runApplication } from "./local/application.mjs";
import { begin } from "./local/begin.mjs";

await begin((stop) =>
  runApplication({
    what: "npm run dev",
    production: false,
    command: async () => [
      process.execPath,
      "node_modules/next/dist/bin/next",
      "dev",
      "-H",
      process.env.HOST || "127.0.0.1",
    ],
    stop,
  }),
);
