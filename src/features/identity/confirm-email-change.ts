import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import type { ConfirmEmailChange } from "./schema";
import { accountOf, findPerson, lockSecret, renewSession, theirOwn, useUpSecret } from "./store";

/**
 * Changes the address with the link that was mailed to the new one. Only in a session of the same person: whoever reads
 * a mistyped mailbox must not be able to move the account there.
 *
 * Refuses with `link_invalid` (used, replaced, too old, somebody else's, or the address was taken meanwhile).
 */
export async function confirmEmailChange(
  ctx: Ctx,
  input: ConfirmEmailChange,
): Promise<Result<{ email: string; cookies: string[] }, { code: "link_invalid" }>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  return transaction(ctx, async (tx) => {
    const person = await theirOwn(tx, actor);
    const link = await lockSecret(tx, "change_email", input.token);
    if (link?.userId !== person.id || !link.newEmail) return refuse({ code: "link_invalid" });
    if (await findPerson(tx, { email: link.newEmail })) return refuse({ code: "link_invalid" });
    await useUpSecret(tx, link.id);
    await tx.db
      .updateTable("app_user")
      .set({ email: link.newEmail, email_verified: true, updated_at: toDate(tx.now) })
      .where("id", "=", person.id)
      .execute();
    // A reset that was asked for at the old address must not be good any more.
    await tx.db.deleteFrom("verification").where("user_id", "=", person.id).execute();
    const change = { before: { email: person.email }, after: { email: link.newEmail } };
    await auditInEveryPlace(tx, person.id, "account.email_changed", accountOf(person), change);
    return ok({ email: link.newEmail, cookies: await renewSession(tx, actor.sessionId) });
  });
}
