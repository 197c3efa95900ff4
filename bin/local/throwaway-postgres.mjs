// @ts-check
import { randomBytes } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { guard } from "./guard.mjs";
import { startPostgres } from "./postgres.mjs";

// Nothing here has to survive a power cut.
const fastSettings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
  max_connections: "200",
};

/**
 * A PostgreSQL in a temporary folder; both go when it is stopped or when this process ends in whatever way.
 * @param {Record<string, string>} [settings] instead of those that make tests fast
 * @returns {Promise<{ url: (database: string) => string, stop: () => Promise<void> }>}
 */
export async function throwawayPostgres(settings = fastSettings) {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "gestion-test-"));
  const release = guard(null, "TERM", folder);
  const remove = () => {
    release();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await startPostgres({
      dataDirectory: join(folder, "data"),
      logFile: join(folder, "postgres.log"),
      password: randomBytes(16).toString("hex"),
      settings,
    });
    return { url: postgres.url, stop: () => postgres.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
