import { randomBytes } from "node:crypto";
import { ok, type Result, refuse } from "@/kernel/result";
import { base32 } from "@/kernel/totp";
import { keyedHash, keyedHashes } from "@/platform/sealed";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { hasConfirmedIdentity } from "./queries";
import { grouped, type IdentityNotConfirmed } from "./rules";
import { accountOf, theirOwn } from "./store";

/**
 * Makes ten new recovery codes, shown this once; the earlier ones stop working.
 *
 * Refuses with `confirm_identity`, or `not_enabled` without a second step.
 */
export async function regenerateRecoveryCodes(
  ctx: Ctx,
): Promise<Result<{ recoveryCodes: string[] }, IdentityNotConfirmed | { code: "not_enabled" }>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  return transaction(ctx, async (tx) => {
    if (!(await hasConfirmedIdentity(tx))) return refuse({ code: "confirm_identity" });
    const person = await theirOwn(tx, actor);
    if (!person.twoFactorEnabled) return refuse({ code: "not_enabled" });
    const recoveryCodes = await replaceRecoveryCodes(tx, person.id);
    await auditInEveryPlace(tx, person.id, "account.recovery_codes_regenerated", accountOf(person));
    return ok({ recoveryCodes });
  });
}

/** Ten codes of 80 random bits in place of those there were. Only their keyed hashes are stored. */
export async function replaceRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
  const codes = Array.from({ length: 10 }, () => base32(randomBytes(10)));
  await tx.db.deleteFrom("recovery_code").where("user_id", "=", userId).execute();
  await tx.db
    .insertInto("recovery_code")
    .values(codes.map((code) => ({ user_id: userId, code_hash: keyedHash(recoveryText(userId, code)) })))
    .execute();
  return codes.map(grouped);
}

/** How a recovery code may be stored, the newest secret first. `code` without its dashes. */
export function recoveryCodeHashes(userId: string, code: string): string[] {
  return keyedHashes(recoveryText(userId, code));
}

function recoveryText(userId: string, code: string): string {
  return `recovery:${userId}:${code}`;
}
