import { setTimeout as sleep } from "node:timers/promises";
import { CompiledQuery, type Kysely, sql } from "kysely";
import { type Actor, type Origin, organizationOf } from "@/kernel/actor";
import { isId } from "@/kernel/id";
import type { Refusal, Result } from "@/kernel/result";
import type { Temporal } from "@/kernel/time";
import { asUnavailable, type Db } from "./db";
import type { DB } from "./db-types";

/** What every verb and query is given: the database, who acts, the time, and where the request came from. */
export type Ctx = { db: Db; actor: Actor; now: Temporal.Instant; origin: Origin };

/** A `Ctx` inside a transaction: `db` is its connection, and the database knows the actor's organization. */
export type Tx = Ctx & {
  readonly inTransaction: true;
  readonly afterCommit: Array<() => unknown>;
  /** The organization that row-level security lets through now: the actor's, unless inside `inOrganization`. */
  readonly organizationId: string | null;
};

type AnyResult = Result<unknown, Refusal>;

/**
 * Runs a verb's body in one transaction, under the actor's organization; inside another transaction, in a savepoint.
 *
 * A returned refusal or a thrown error rolls back what the body wrote. Deadlocks and serialization failures are tried
 * again, three times at most, so the body must do nothing but use the database; `afterCommit` is for the rest.
 */
export async function transaction<R extends AnyResult>(ctx: Ctx, body: (tx: Tx) => Promise<R>): Promise<R> {
  if (isTx(ctx)) return inSavepoint(ctx, body);
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(ctx, "begin", body, (result) => result.ok);
    } catch (error) {
      if (attempt === 4 || !isTransient(error)) throw asUnavailable(error);
      await sleep(Math.random() * 25 * 2 ** attempt);
    }
  }
}

/** Runs a query's body in a read-only transaction under the actor's organization, or in the transaction under way. */
export async function reading<T>(ctx: Ctx, body: (tx: Tx) => Promise<T>): Promise<T> {
  if (isTx(ctx)) return body(ctx);
  try {
    return await once(ctx, "begin read only", body, () => true);
  } catch (error) {
    throw asUnavailable(error);
  }
}

/** Runs `body` in the same transaction under another organization: for what the installation does about accounts. */
export async function inOrganization<T>(tx: Tx, organizationId: string, body: (tx: Tx) => Promise<T>): Promise<T> {
  await sql`select set_config('app.organization_id', ${organizationId}, true)`.execute(tx.db);
  const result = await body({ ...tx, organizationId });
  await sql`select set_config('app.organization_id', ${tx.organizationId ?? ""}, true)`.execute(tx.db);
  return result;
}

/** Runs `body` in the same transaction with the view that a person has of their own places: before they are signed in. */
export async function asPerson<T>(tx: Tx, userId: string, body: (tx: Tx) => Promise<T>): Promise<T> {
  await sql`select set_config('app.user_id', ${userId}, true)`.execute(tx.db);
  const result = await body(tx);
  const own = tx.actor.kind === "user" ? tx.actor.userId : "";
  await sql`select set_config('app.user_id', ${own}, true)`.execute(tx.db);
  return result;
}

/** Lets this transaction see the row (invitation, API key...) whose secret has this hash, before its organization is known. */
export async function holdingSecret(tx: Tx, secretHash: string): Promise<void> {
  await sql`select set_config('app.secret_hash', ${secretHash}, true)`.execute(tx.db);
}

/** Whether the context is inside a transaction already. */
export function isTx(ctx: Ctx): ctx is Tx {
  return "inTransaction" in ctx;
}

async function once<T>(
  ctx: Ctx,
  begin: string,
  body: (tx: Tx) => Promise<T>,
  keep: (result: T) => boolean,
): Promise<T> {
  const afterCommit: Array<() => unknown> = [];
  const result = await ctx.db.connection().execute(async (connection) => {
    await simple(connection, `${begin}; ${settings(ctx.actor)}`);
    try {
      const value = await body({
        ...ctx,
        db: connection,
        inTransaction: true,
        afterCommit,
        organizationId: organizationOf(ctx.actor),
      });
      await simple(connection, keep(value) ? "commit" : "rollback");
      if (!keep(value)) afterCommit.length = 0;
      return value;
    } catch (error) {
      await simple(connection, "rollback").catch(() => undefined); // a lost connection has rolled back by itself
      throw error;
    }
  });
  for (const effect of afterCommit) await effect();
  return result;
}

async function inSavepoint<R extends AnyResult>(tx: Tx, body: (tx: Tx) => Promise<R>): Promise<R> {
  const effects = tx.afterCommit.length;
  await simple(tx.db, "savepoint verb");
  try {
    const result = await body(tx);
    await simple(tx.db, result.ok ? "release savepoint verb" : "rollback to savepoint verb; release savepoint verb");
    if (!result.ok) tx.afterCommit.length = effects;
    return result;
  } catch (error) {
    await simple(tx.db, "rollback to savepoint verb; release savepoint verb").catch(() => undefined);
    tx.afterCommit.length = effects;
    throw error;
  }
}

/** One round trip with BEGIN: pg sends a query without parameters in the simple protocol, which allows several statements. */
function settings(actor: Actor): string {
  const userId = actor.kind === "user" ? actor.userId : null;
  return `select set_config('app.organization_id', '${idOrNothing(organizationOf(actor))}', true), set_config('app.user_id', '${idOrNothing(userId)}', true)`;
}

function idOrNothing(id: string | null): string {
  if (id === null) return "";
  if (!isId(id)) throw new TypeError("Not an id");
  return id;
}

function simple(db: Kysely<DB>, text: string): Promise<unknown> {
  return db.executeQuery(CompiledQuery.raw(text));
}

function isTransient(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["40001", "40P01", "55P03"].includes(String(error.code));
}
