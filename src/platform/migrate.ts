import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, runMigrations } from "graphile-worker";
import { Client, type DatabaseError } from "pg";
import { digits, MigrationError, type MigrationFile, readMigrations } from "@/platform/migration-files";
import { describeSqlError } from "@/platform/sql-error";

export type MigrateOptions = {
  /** Connects as the owner of the schema, never as the application's role. */
  connectionString: string;
  /** Folder of `NNNN_name.sql`; default `migrations` in the working directory. */
  directory?: string;
  log?: (line: string) => void;
  /** How often a migration that waits in vain for a lock is tried again, with two seconds between; default 10. */
  lockRetries?: number;
};

type AppliedMigration = { number: number; name: string; checksum: string };

// Any constant will do, as long as every starter of this product asks for the same one.
const advisoryLock = "7308332045117264233";

/**
 * Brings the database up to the newest numbered SQL file: forward only, one transaction each, one starter at a time.
 *
 * The job queue's own schema comes first, so that a migration may refer to `graphile_worker.add_job`. Refuses with
 * MigrationError when an applied file was changed or removed, when numbers have gaps or duplicates, and when a file
 * fails. A database that is ahead of the files is let through with a warning: that is a rollback of the program, and
 * migrations are expand/contract so that the version before still runs (ARCHITECTURE.md).
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const log = options.log ?? (() => {});
  const files = await readMigrations(resolve(options.directory ?? "migrations"));
  const client = new Client({ connectionString: options.connectionString, application_name: "migrate" });
  await client.connect();
  try {
    await takeTurn(client, log);
    await runMigrations({ connectionString: options.connectionString, maxPoolSize: 1, logger: quiet });
    const pending = pendingMigrations(files, await readApplied(client), log);
    for (const file of pending) {
      log(`Applying ${file.name}`);
      await apply(client, file, options.lockRetries ?? 10, log);
    }
    return { applied: pending.map((file) => file.name) };
  } finally {
    await client.end();
  }
}

async function takeTurn(client: Client, log: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${advisoryLock}) as free`);
  if (rows[0]?.free) return;
  log("Another process is migrating this database; waiting for it to finish");
  await client.query(`select pg_advisory_lock(${advisoryLock})`);
}

async function readApplied(client: Client): Promise<AppliedMigration[]> {
  await client.query(`
    create table if not exists public.schema_migration (
      number int primary key,
      name text not null unique,
      checksum text not null,
      applied_at timestamptz not null default now(),
      took interval not null
    )`);
  const { rows } = await client.query<AppliedMigration>(
    "select number, name, checksum from public.schema_migration order by number",
  );
  return rows;
}

function pendingMigrations(
  files: MigrationFile[],
  applied: AppliedMigration[],
  log: (line: string) => void,
): MigrationFile[] {
  const ahead: string[] = [];
  for (const [index, done] of applied.entries()) {
    const file = files[done.number - 1];
    if (done.number !== index + 1) {
      throw new MigrationError(
        `The database has ${done.name} but not number ${digits(index + 1)}. Restore a backup; do not edit schema_migration.`,
      );
    }
    if (!file) ahead.push(done.name);
    else refuseIfChanged(file, done);
  }
  if (ahead.length > 0) {
    log(`Warning: the database is ahead of this version by ${ahead.join(", ")}; going on, as after a rollback`);
  }
  return files.slice(applied.length);
}

function refuseIfChanged(file: MigrationFile, done: AppliedMigration): void {
  if (file.name !== done.name) {
    throw new MigrationError(
      `Number ${digits(file.number)} was applied as ${done.name} and is now ${file.name}. ` +
        "Give the file its old name back, and put the new change in the next number.",
    );
  }
  if (file.checksum !== done.checksum) {
    throw new MigrationError(
      `${file.name} was changed after it was applied. ` +
        "Restore the file as it was (git log shows it), and put the change in a migration with the next number.",
    );
  }
}

async function apply(client: Client, file: MigrationFile, retries: number, log: (line: string) => void): Promise<void> {
  try {
    await inOneTransaction(client, file);
  } catch (error) {
    if (!(error instanceof MigrationError && isLockTimeout(error.cause)) || retries === 0) throw error;
    log(`${file.name} waits for a lock that something else holds; trying again`);
    await sleep(2_000);
    await apply(client, file, retries - 1, log);
  }
}

async function inOneTransaction(client: Client, file: MigrationFile): Promise<void> {
  let finished = 0;
  const count = () => finished++;
  try {
    await client.query("begin");
    // A migration that queues for a lock makes every request behind it queue too: give up soon, and try again.
    await client.query("set local lock_timeout = '3s'");
    const started = performance.now();
    client.connection.on("commandComplete", count);
    await client.query(file.sql).finally(() => client.connection.off("commandComplete", count));
    await client.query(
      "insert into public.schema_migration (number, name, checksum, took) values ($1, $2, $3, $4 * interval '1 ms')",
      [file.number, file.name, file.checksum, performance.now() - started],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw new MigrationError(failure(file, error, finished), { cause: error });
  }
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && (error as DatabaseError).code === "55P03";
}

function failure(file: MigrationFile, error: unknown, finished: number): string {
  return [
    `Migration ${file.name} failed ${describeSqlError(file.sql, error, finished)}`,
    `Nothing of ${file.name} was kept; what came before it stands.`,
    isLockTimeout(error)
      ? "Something holds a lock on that table: end the long transaction (pg_stat_activity shows it) and run this again."
      : "Correct the file, or the data that it trips over, and run this again.",
  ].join("\n");
}

const quiet = new Logger(() => () => {});
