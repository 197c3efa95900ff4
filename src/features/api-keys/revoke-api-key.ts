import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import type { RevokeApiKey } from "./schema";

export type RevokeApiKeyRefusal = { code: "already_revoked" };

/** Ends an API key at once and for good. Refuses with `already_revoked`; throws `NotFound` for another's key. */
export async function revokeApiKey(
  ctx: Ctx,
  input: RevokeApiKey,
): Promise<Result<{ apiKeyId: string; name: string }, RevokeApiKeyRefusal>> {
  authorize(ctx, "api_key.revoke");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const key = await tx.db
      .selectFrom("api_key")
      .select(["id", "name", "prefix", "revoked_at"])
      .where("organization_id", "=", organizationId)
      .where("id", "=", input.apiKeyId)
      .forUpdate()
      .executeTakeFirst();
    if (!key) throw new NotFound("api_key");
    if (key.revoked_at) return refuse({ code: "already_revoked" });
    await tx.db
      .updateTable("api_key")
      .set({ revoked_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", key.id)
      .execute();
    await audit(tx, "api_key.revoked", { type: "api_key", id: key.id, name: key.name });
    return ok({ apiKeyId: key.id, name: key.name });
  });
}
