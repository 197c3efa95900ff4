import { newId } from "@/kernel/id";
import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { hashPassword } from "@/platform/password-hash";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { queueAccountMessage } from "../messages/queue-account-message";
import { authorizeAnyone } from "./authorize";
import { mailVerification, mayMail } from "./resend-verification";
import type { SignUp } from "./schema";
import { findPerson, linkTo, type Person, recipientOf } from "./store";

/**
 * Opens an account and mails the link that confirms its address. Always says the same: whoever has an account already
 * gets a mail that says so, and the account stays as it is. Throws `TooManyRequests` when one address of the network
 * asks again and again.
 */
export async function signUp(ctx: Ctx, input: SignUp): Promise<Result<{ email: string }>> {
  authorizeAnyone(ctx);
  const willMail = await mayMail(ctx, input.email);
  const passwordHash = await hashPassword(input.password);
  return transaction(ctx, async (tx) => {
    const present = await findPerson(tx, { email: input.email });
    if (present?.emailVerified) {
      const { to } = await recipientOf(tx, present);
      if (willMail)
        await queueAccountMessage(tx, { template: "already-registered", to, params: { link: linkTo("/sign-in") } });
    } else {
      const person = await keepUnconfirmed(tx, input, passwordHash, present);
      if (person && willMail) await mailVerification(tx, person);
    }
    return ok({ email: input.email });
  });
}

/**
 * The newest sign-up with an unconfirmed address counts. Confirming asks for its password (verify-email.ts), so that
 * nobody can set a password and wait for the owner of the address to confirm it.
 */
async function keepUnconfirmed(
  tx: Tx,
  input: SignUp,
  passwordHash: string,
  present: Person | null,
): Promise<Person | null> {
  const { name, email, locale } = input;
  const id = present?.id ?? newId<"app_user">();
  const at = toDate(tx.now);
  const kept = await tx.db
    .insertInto("app_user")
    .values({ id, name, email, locale, created_at: at, updated_at: at })
    .onConflict((conflict) =>
      conflict
        .column("email")
        .doUpdateSet({ name, locale, updated_at: at })
        .where("app_user.email_verified", "=", false),
    )
    .returning("id")
    .executeTakeFirst();
  if (!kept) return null; // confirmed by another request a moment ago
  await tx.db
    .insertInto("credential")
    .values({ user_id: kept.id, password_hash: passwordHash, updated_at: at })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet({ password_hash: passwordHash, updated_at: at }))
    .execute();
  return { id: kept.id, name, email, locale, emailVerified: false, twoFactorEnabled: false, createdAt: tx.now };
}
