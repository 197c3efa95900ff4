// @ts-check
// `node bin/run.mjs [--without-database] FILE ...`: runs a TypeScript file, with DATABASE_URL of the local database.
import { appEnv } from "./local/app-env.mjs";
import { begin } from "./local/begin.mjs";
import { joinDatabase } from "./local/database.mjs";
import { holderOfData } from "./local/lock.mjs";
import { runScript } from "./local/program.mjs";

await begin(async (stop) => {
  const given = process.argv.slice(2);
  const alone = given[0] === "--without-database";
  const [file, ...args] = alone ? given.slice(1) : given;
  if (!file) throw new Error("Say which file: node bin/run.mjs bin/db-migrate.ts");
  if (alone) return (await runScript(file, args, { stop })).status;
  const name = process.env.npm_lifecycle_event;
  const database = await joinDatabase(name ? `npm run ${name}` : file);
  try {
    const address = new URL(holderOfData()?.address ?? `http://localhost:${process.env.PORT || 3000}`);
    const at = { databaseUrl: database.url, port: Number(address.port || 3000), host: "127.0.0.1", production: false };
    return (await runScript(file, args, { env: { ...appEnv(at), RUN_WORKER: "off" }, stop })).status;
  } finally {
    await database.stop();
  }
});
