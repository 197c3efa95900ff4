// @ts-check
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

/**
 * Whether the database has exactly the migrations that are here, and then how many organizations; null when anything at
 * all is otherwise, and the migrations themselves must look. It only saves a start the second that they need.
 * @param {string} url @returns {Promise<{ customers: number } | null>}
 */
export async function stateIfCurrent(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query(`
      select (select json_agg(json_build_array(name, checksum) order by number)::text from schema_migration) as applied,
        (select max(id) from graphile_worker.migrations) as queue,
        (select count(*)::int from organization where kind = 'customer') as customers`);
    const { applied, queue, customers } = rows[0];
    return applied && isSame(JSON.parse(applied), ownMigrations()) && queue === queueMigrations()
      ? { customers }
      : null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

/** As src/platform/migration-files.ts reads them. @returns {[name: string, checksum: string][]} */
function ownMigrations() {
  const names = readdirSync("migrations").filter((name) => /^\d{4}_.*\.sql$/.test(name));
  return names.sort().map((name) => {
    const sql = readFileSync(`migrations/${name}`, "utf8").replaceAll("\r\n", "\n");
    return [name, createHash("sha256").update(sql).digest("hex")];
  });
}

/** The number of the newest migration of the job queue's package. */
function queueMigrations() {
  const numbers = readdirSync("node_modules/graphile-worker/sql").map((name) => Number.parseInt(name, 10));
  return Math.max(...numbers);
}

/** @param {unknown} one @param {unknown} other */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
