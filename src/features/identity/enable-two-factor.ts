import { randomBytes } from "node:crypto";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { seal } from "@/platform/sealed";
import { type Ctx, transaction } from "@/platform/transaction";
import { authorizePerson } from "./authorize";
import { hasConfirmedIdentity } from "./queries";
import type { IdentityNotConfirmed } from "./rules";
import { theirOwn } from "./store";

export type EnableTwoFactorRefusal = IdentityNotConfirmed | { code: "already_enabled" };

/**
 * Makes the secret that an authenticator app is to hold; `pendingTwoFactor` (queries.ts) shows it. Nothing is asked for
 * at sign-in until a code of it was seen (confirm-two-factor.ts). Asked again, it makes a new secret.
 *
 * Refuses with `confirm_identity`, or `already_enabled`: disable it first.
 */
export async function enableTwoFactor(ctx: Ctx): Promise<Result<null, EnableTwoFactorRefusal>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  return transaction(ctx, async (tx) => {
    if (!(await hasConfirmedIdentity(tx))) return refuse({ code: "confirm_identity" });
    const person = await theirOwn(tx, actor);
    if (person.twoFactorEnabled) return refuse({ code: "already_enabled" });
    const sealed_secret = seal(randomBytes(20).toString("base64url"));
    await tx.db
      .insertInto("two_factor")
      .values({ user_id: person.id, sealed_secret, created_at: toDate(tx.now) })
      .onConflict((conflict) =>
        conflict.column("user_id").doUpdateSet({ sealed_secret, last_step: 0n, created_at: toDate(tx.now) }),
      )
      .execute();
    return ok(null);
  });
}
