import { authorizeAnyone } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";

/**
 * Notes that the acting key was used, at most once a minute however many requests come at once. A key notes only its
 * own use. No audit entry: what the key does has its own.
 */
export async function recordApiKeyUse(ctx: Ctx, input: { apiKeyId: string }): Promise<Result<null>> {
  authorizeAnyone(ctx);
  const { actor, now } = ctx;
  if (actor.kind !== "api-key" || actor.apiKeyId !== input.apiKeyId) throw new NotFound("api_key");
  return transaction(ctx, async (tx) => {
    await tx.db
      .updateTable("api_key")
      .set({ last_used_at: toDate(now) })
      .where("organization_id", "=", actor.organizationId)
      .where("id", "=", input.apiKeyId)
      .where((eb) =>
        eb.or([eb("last_used_at", "is", null), eb("last_used_at", "<=", toDate(now.subtract({ minutes: 1 })))]),
      )
      .execute();
    return ok(null);
  });
}
