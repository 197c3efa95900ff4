import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { forgiveAttempts, takeAttempt } from "@/platform/attempts";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { acceptTotp } from "./complete-two-factor";
import { hasConfirmedIdentity } from "./queries";
import { replaceRecoveryCodes } from "./regenerate-recovery-codes";
import { attemptPolicy, type IdentityNotConfirmed, lockouts, plainCode } from "./rules";
import type { ConfirmTwoFactor } from "./schema";
import { accountOf, endSessions, renewSession, tellOwner, theirOwn } from "./store";

export type ConfirmTwoFactorRefusal =
  | IdentityNotConfirmed
  | { code: "already_enabled" }
  | { code: "invalid_code" }
  | { code: "locked_out"; retryAfter: number };

/**
 * Turns the second step on, once a code shows that the app holds the secret. The recovery codes that come back are
 * shown this once. Every other session ends; this one gets a new token.
 *
 * Refuses with `confirm_identity`, `already_enabled`, `invalid_code`, `locked_out` (seconds to wait).
 */
export async function confirmTwoFactor(
  ctx: Ctx,
  input: ConfirmTwoFactor,
): Promise<Result<{ recoveryCodes: string[]; cookies: string[] }, ConfirmTwoFactorRefusal>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  const budget = `second-step:${actor.userId}`;
  const attempt = await takeAttempt(budget, attemptPolicy(lockouts.secondStep), ctx.now);
  if (!attempt.allowed) return refuse({ code: "locked_out", retryAfter: attempt.retryAfter });
  const confirmed = await transaction(ctx, async (tx) => {
    if (!(await hasConfirmedIdentity(tx))) return refuse({ code: "confirm_identity" });
    const person = await theirOwn(tx, actor);
    if (person.twoFactorEnabled) return refuse({ code: "already_enabled" });
    if (!(await acceptTotp(tx, person.id, plainCode(input.code)))) return refuse({ code: "invalid_code" });
    const at = toDate(tx.now);
    await tx.db.updateTable("two_factor").set({ confirmed_at: at }).where("user_id", "=", person.id).execute();
    await tx.db
      .updateTable("app_user")
      .set({ two_factor_enabled: true, updated_at: at })
      .where("id", "=", person.id)
      .execute();
    const recoveryCodes = await replaceRecoveryCodes(tx, person.id);
    await endSessions(tx, person.id, actor.sessionId);
    await auditInEveryPlace(tx, person.id, "account.two_factor_enabled", accountOf(person));
    await tellOwner(tx, person, "two-factor-enabled");
    return ok({ recoveryCodes, cookies: await renewSession(tx, actor.sessionId) });
  });
  if (confirmed.ok) await forgiveAttempts(budget);
  return confirmed;
}
