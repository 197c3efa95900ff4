import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { Unavailable } from "@/kernel/errors";
import { config } from "./config";
import type { DB } from "./db-types";
import { ImpatientPool, restingMessage } from "./impatient-pool";
import { logger } from "./logger";

/** The database as the application sees it: under the role `gestion_app`, so row-level security applies. */
export type Db = Kysely<DB>;

// int8 and numeric counts are exact; dates and local times stay text, so that no time zone is guessed.
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, (text) => text);

export type PoolOptions = {
  role: "app" | "owner";
  max: number;
  maxIdleMs?: number;
  /** Other readers of values than ours, for a library that brings its own expectations. */
  types?: pg.CustomTypesConfig;
};

/** Opens a pool. `role: "owner"` is for migrations and the job runner only: it keeps the connection's own role. */
export function openPool(url: string, options: PoolOptions): pg.Pool {
  const asRole = options.role === "app" ? "-c role=gestion_app " : "";
  const pool = new ImpatientPool({
    connectionString: url,
    max: options.max,
    types: options.types,
    idleTimeoutMillis: options.maxIdleMs ?? 30_000,
    connectionTimeoutMillis: 2_000,
    // The server cancels at 3.5 s; the client gives up a little later, when the server itself does not answer.
    query_timeout: 3_800,
    options: `${asRole}-c statement_timeout=3500 -c lock_timeout=3000 -c idle_in_transaction_session_timeout=15000 -c timezone=UTC`,
    application_name: `gestion-${options.role}`,
    keepAlive: true,
  });
  // A connection that is lost while it is in use fails its query; without a listener it would end the process too.
  pool.on("connect", (client) => client.on("error", (error) => logger.debug({ err: error }, "A connection was lost")));
  pool.on("error", (error) => logger.warn({ err: error }, "An idle database connection was lost"));
  return pool;
}

/** Wraps a pool as `Db`. */
export function openDb(pool: pg.Pool): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}

const shared = globalThis as typeof globalThis & { gestionPool?: pg.Pool; gestionDb?: Db };

/** The process's own pool, opened at first use. */
export function appPool(): pg.Pool {
  shared.gestionPool ??= openPool(config().databaseUrl, {
    role: "app",
    max: config().databasePoolSize,
    maxIdleMs: config().databasePoolMaxIdleTime,
  });
  return shared.gestionPool;
}

/** The process's own database. */
export function appDb(): Db {
  shared.gestionDb ??= openDb(appPool());
  return shared.gestionDb;
}

/** Ends the process's own pool; what is under way finishes first. */
export async function closeAppDb(): Promise<void> {
  await shared.gestionDb?.destroy();
  shared.gestionDb = undefined;
  shared.gestionPool = undefined;
}

const lostCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "ETIMEDOUT", "EAI_AGAIN"]);
const lostStates = new Set(["57P01", "57P02", "57P03", "53300", "08000", "08003", "08006", "08001", "08004"]);

/** Turns "the database does not answer", in all its spellings, into `Unavailable`; leaves other errors alone. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const lost =
    lostCodes.has(code) ||
    lostStates.has(code) ||
    error.message === restingMessage ||
    /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|Client was closed/.test(
      error.message,
    );
  return lost ? Object.assign(new Unavailable("PostgreSQL"), { cause: error }) : error;
}
