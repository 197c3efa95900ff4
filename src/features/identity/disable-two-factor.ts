import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { hasConfirmedIdentity } from "./queries";
import type { IdentityNotConfirmed } from "./rules";
import { accountOf, renewSession, tellOwner, theirOwn } from "./store";

/**
 * Turns the second step off, and throws its secret and recovery codes away.
 *
 * Refuses with `confirm_identity`, or `not_enabled`.
 */
export async function disableTwoFactor(
  ctx: Ctx,
): Promise<Result<{ cookies: string[] }, IdentityNotConfirmed | { code: "not_enabled" }>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  return transaction(ctx, async (tx) => {
    if (!(await hasConfirmedIdentity(tx))) return refuse({ code: "confirm_identity" });
    const person = await theirOwn(tx, actor);
    if (!person.twoFactorEnabled) return refuse({ code: "not_enabled" });
    await tx.db.deleteFrom("two_factor").where("user_id", "=", person.id).execute();
    await tx.db.deleteFrom("recovery_code").where("user_id", "=", person.id).execute();
    await tx.db
      .updateTable("app_user")
      .set({ two_factor_enabled: false, updated_at: toDate(tx.now) })
      .where("id", "=", person.id)
      .execute();
    await auditInEveryPlace(tx, person.id, "account.two_factor_disabled", accountOf(person));
    await tellOwner(tx, person, "two-factor-disabled");
    return ok({ cookies: await renewSession(tx, actor.sessionId) });
  });
}
