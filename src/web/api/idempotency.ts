import { createHash } from "node:crypto";
import type { ApiKeyActor } from "@/kernel/actor";
import { Conflict, InvalidInput } from "@/kernel/errors";
import { ok } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";

export type Answer = { status: number; body: unknown };

/**
 * Carries a request out once per caller and key: a repeat gives the first answer, whatever it was, without doing
 * anything; the same key with another request is refused with `idempotency_key_reused`. The answer is kept in the
 * transaction of the deed, so there is never a deed without its answer; two at once wait for each other.
 * Source: draft-ietf-httpapi-idempotency-key-header.
 */
export async function onlyOnce(
  ctx: Ctx & { actor: ApiKeyActor },
  request: { key: string; method: string; path: string; input: unknown },
  carryOut: (tx: Tx) => Promise<Answer>,
): Promise<Answer> {
  if (!/^[\x21-\x7e]{1,255}$/.test(request.key)) throw new InvalidInput([{ path: "Idempotency-Key", code: "invalid" }]);
  const hash = createHash("sha256")
    .update(JSON.stringify([request.method, request.path, request.input]))
    .digest("hex");
  const result = await transaction(ctx, async (tx) => {
    const mine = { organization_id: ctx.actor.organizationId, caller: ctx.actor.apiKeyId, key: request.key };
    const claimed = await tx.db
      .insertInto("idempotency_key")
      .values({ ...mine, request_hash: hash, created_at: toDate(ctx.now) })
      .onConflict((conflict) => conflict.doNothing())
      .returning("key")
      .executeTakeFirst();
    if (!claimed) return ok(await firstAnswer(tx, mine, hash));
    const answer = await carryOut(tx);
    await tx.db
      .updateTable("idempotency_key")
      .set({ status: answer.status, response: JSON.stringify(answer.body) })
      .where("organization_id", "=", mine.organization_id)
      .where("caller", "=", mine.caller)
      .where("key", "=", mine.key)
      .execute();
    return ok(answer);
  });
  return result.value;
}

async function firstAnswer(
  tx: Tx,
  mine: { organization_id: string; caller: string; key: string },
  hash: string,
): Promise<Answer> {
  const first = await tx.db
    .selectFrom("idempotency_key")
    .select(["request_hash", "status", "response"])
    .where("organization_id", "=", mine.organization_id)
    .where("caller", "=", mine.caller)
    .where("key", "=", mine.key)
    .executeTakeFirstOrThrow();
  if (first.request_hash !== hash) throw new Conflict("idempotency_key_reused");
  if (first.status === null) throw new Conflict("idempotency_key_in_use");
  return { status: first.status, body: first.response };
}
