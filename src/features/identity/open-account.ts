import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { hashPassword } from "@/platform/password-hash";
import { type Ctx, transaction } from "@/platform/transaction";
import { authorizeAnyone } from "./authorize";
import type { SignUp, WithCookies } from "./schema";
import { letIn, type SignedIn } from "./sign-in";
import { endSessions, findPerson } from "./store";

/**
 * Opens an account whose address is known to be the person's, because they hold the secret of a mail that was sent to
 * it (an invitation), and signs them in. For verbs that have checked that secret in the same transaction, and for the
 * demo. An unconfirmed account with the address, whoever began it, becomes this one.
 *
 * Refuses with `already_registered`: they sign in instead.
 */
export async function openAccount(
  ctx: Ctx,
  input: SignUp & WithCookies,
): Promise<Result<SignedIn, { code: "already_registered" }>> {
  authorizeAnyone(ctx);
  const { name, email, locale } = input;
  const password_hash = await hashPassword(input.password);
  return transaction(ctx, async (tx) => {
    const at = toDate(tx.now);
    const kept = await tx.db
      .insertInto("app_user")
      .values({ id: newId(), name, email, locale, email_verified: true, created_at: at, updated_at: at })
      .onConflict((conflict) =>
        conflict
          .column("email")
          .doUpdateSet({ name, locale, email_verified: true, updated_at: at })
          .where("app_user.email_verified", "=", false),
      )
      .returning("id")
      .executeTakeFirst();
    const person = kept && (await findPerson(tx, kept));
    if (!person) return refuse({ code: "already_registered" });
    await tx.db
      .insertInto("credential")
      .values({ user_id: person.id, password_hash, updated_at: at })
      .onConflict((conflict) => conflict.column("user_id").doUpdateSet({ password_hash, updated_at: at }))
      .execute();
    await tx.db.deleteFrom("verification").where("user_id", "=", person.id).execute();
    await endSessions(tx, person.id);
    return ok(await letIn(tx, person, input.cookieHeader, "new_account"));
  });
}
