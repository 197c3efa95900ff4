// @ts-check
import { randomBytes } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appEnv } from "./app-env.mjs";
import { buildIfChanged } from "./build.mjs";
import { prepareDatabase } from "./database.mjs";
import { freePort } from "./port.mjs";
import { outputOf } from "./program.mjs";
import { startServer } from "./server.mjs";
import { throwawayPostgres } from "./throwaway-postgres.mjs";

/**
 * The built application with the demo, on a database, a folder for files and a port of its own; everything goes when it
 * is stopped or when this process ends in whatever way.
 * @param {Record<string, string>} [env] for the server
 * @param {Record<string, string>} [settings] for PostgreSQL, instead of those that make tests fast
 * @returns {Promise<{ address: string, databaseUrl: string, pid: number, stop: () => Promise<void> }>}
 */
export async function throwawayApp(env = {}, settings) {
  const postgres = await throwawayPostgres(settings);
  const files = mkdtempSync(join(realpathSync(tmpdir()), "gestion-files-"));
  const databaseUrl = postgres.url("gestion");
  const own = { NEXTAUTH_SECRET: randomBytes(36).toString("base64url"), STORAGE_DIR: files, ...env };
  const stop = async () => {
    await postgres.stop();
    rmSync(files, { recursive: true, force: true });
  };
  try {
    const serverFile = await buildIfChanged();
    await prepareDatabase(databaseUrl);
    const at = { databaseUrl, host: "127.0.0.1" };
    await outputOf("bin/demo-load.ts", { env: { ...appEnv({ ...at, port: 3000, production: false }), ...own } });
    const server = await startServer({
      command: [process.execPath, serverFile],
      wantedPort: await freePort(),
      host: at.host,
      env: (port) => ({
        ...appEnv({ ...at, port, production: true }),
        NEXTAUTH_URL: `http://localhost:${port}`,
        ...own,
      }),
    });
    return { address: server.address, databaseUrl, pid: server.pid, stop: () => server.stop().finally(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}
