import { InvalidInput } from "@/kernel/errors";
import { isEasyToGuess } from "@/kernel/password-policy";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { forgiveAttempts } from "@/platform/attempts";
import { hashPassword } from "@/platform/password-hash";
import { type Ctx, reading, type Tx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizeAnyone } from "./authorize";
import { minutesForSecondStep } from "./rules";
import type { ResetPassword } from "./schema";
import { letIn, type SecondStepMissing, type SignedIn } from "./sign-in";
import {
  accountOf,
  endSessions,
  findPerson,
  findSecret,
  issueSecret,
  lockSecret,
  type Person,
  secondStepCookies,
  tellOwner,
  useUpSecret,
} from "./store";
import { markVerified } from "./verify-email";

/**
 * Chooses a new password with the link that was mailed, ends every session of the account, and signs in; where there is
 * a second step it is asked for as always, because a mailbox alone must not be enough.
 *
 * Refuses with `link_invalid` (used, replaced or too old). Throws `InvalidInput` for a password that is easy to guess.
 */
export async function resetPassword(
  ctx: Ctx,
  input: ResetPassword,
): Promise<Result<SignedIn | SecondStepMissing, { code: "link_invalid" }>> {
  authorizeAnyone(ctx);
  const owner = await reading(ctx, (tx) => ownerOf(tx, input.token));
  if (!owner) return refuse({ code: "link_invalid" });
  refuseEasy(input.password, owner);
  const passwordHash = await hashPassword(input.password);
  const done = await transaction(ctx, async (tx) => {
    const link = await lockSecret(tx, "reset_password", input.token);
    if (link?.userId !== owner.id) return refuse({ code: "link_invalid" });
    await useUpSecret(tx, link.id);
    await setPassword(tx, owner, passwordHash);
    await endSessions(tx, owner.id);
    if (!owner.emailVerified) await markVerified(tx, owner);
    if (!owner.twoFactorEnabled) return ok(await letIn(tx, owner, input.cookieHeader, "password_reset"));
    const secret = await issueSecret(tx, "two_factor", owner.id, minutesForSecondStep);
    return ok({ outcome: "two_factor_required" as const, cookies: secondStepCookies(secret) });
  });
  if (done.ok) await forgiveAttempts(`account:${owner.email}`);
  return done;
}

/** Stores the new password, with its entry in the trail and the mail that tells the owner. */
export async function setPassword(tx: Tx, person: Person, passwordHash: string): Promise<void> {
  const at = toDate(tx.now);
  await tx.db
    .insertInto("credential")
    .values({ user_id: person.id, password_hash: passwordHash, updated_at: at })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet({ password_hash: passwordHash, updated_at: at }))
    .execute();
  await auditInEveryPlace(tx, person.id, "account.password_changed", accountOf(person));
  await tellOwner(tx, person, "password-changed");
}

/** Throws `InvalidInput` for a password that is easy to guess, knowing whose it is. */
export function refuseEasy(password: string, person: Person): void {
  if (isEasyToGuess(password, [person.name, person.email])) {
    throw new InvalidInput([{ path: "password", code: "weak_password" }]);
  }
}

async function ownerOf(tx: Tx, token: string): Promise<Person | null> {
  const link = await findSecret(tx, "reset_password", token);
  return link && findPerson(tx, { id: link.userId });
}
