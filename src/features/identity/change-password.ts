import { ok, type Result, refuse } from "@/kernel/result";
import { hashPassword } from "@/platform/password-hash";
import { type Ctx, reading, transaction } from "@/platform/transaction";
import { authorizePerson } from "./authorize";
import { hasConfirmedIdentity } from "./queries";
import { refuseEasy, setPassword } from "./reset-password";
import type { IdentityNotConfirmed } from "./rules";
import type { ChangePassword } from "./schema";
import { endSessions, renewSession, theirOwn } from "./store";

/**
 * Changes the password, ends every other session and gives this one a new token.
 *
 * Refuses with `confirm_identity` when the person has not just shown who they are. Throws `InvalidInput` for a password
 * that is easy to guess.
 */
export async function changePassword(
  ctx: Ctx,
  input: ChangePassword,
): Promise<Result<{ cookies: string[] }, IdentityNotConfirmed>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  const person = await reading(ctx, (tx) => theirOwn(tx, actor));
  refuseEasy(input.password, person);
  const passwordHash = await hashPassword(input.password);
  return transaction(ctx, async (tx) => {
    if (!(await hasConfirmedIdentity(tx))) return refuse({ code: "confirm_identity" });
    await setPassword(tx, person, passwordHash);
    await endSessions(tx, actor.userId, actor.sessionId);
    return ok({ cookies: await renewSession(tx, actor.sessionId) });
  });
}
