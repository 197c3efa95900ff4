import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { checkPasskey } from "./check-passkey";
import { checkPassword } from "./check-password";
import type { ConfirmIdentity } from "./schema";
import { accountOf, renewSession } from "./store";

export type ConfirmIdentityRefusal =
  | { code: "invalid_credentials" }
  | { code: "passkey_refused" }
  | { code: "locked_out"; retryAfter: number };

/**
 * Shows again who one is, by password or passkey, before something sensitive: good for ten minutes in this session,
 * which gets a new token.
 *
 * Refuses with `invalid_credentials`, `passkey_refused` or `locked_out` (seconds to wait).
 */
export async function confirmIdentity(
  ctx: Ctx,
  input: ConfirmIdentity,
): Promise<Result<{ cookies: string[] }, ConfirmIdentityRefusal>> {
  authorizePerson(ctx, "account.manage");
  const { userId, sessionId, name, email } = ctx.actor;
  const checked =
    "password" in input
      ? await checkPassword(ctx, { email, password: input.password, cookieHeader: input.cookieHeader })
      : await checkPasskey(ctx, input);
  if (!checked.ok) return checked;
  const person = checked.value;
  if (person.id !== userId) return refuse({ code: "passkey_refused" });
  return transaction(ctx, async (tx) => {
    await auditInEveryPlace(tx, userId, "account.identity_confirmed", accountOf({ id: userId, name }));
    return ok({ cookies: await renewSession(tx, sessionId, { authenticated: true }) });
  });
}
