import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { queueAccountMessage } from "../messages/queue-account-message";
import { authorizePerson } from "./authorize";
import { hasConfirmedIdentity } from "./queries";
import { mayMail } from "./resend-verification";
import { hoursToVerifyEmail, type IdentityNotConfirmed, maskedEmail } from "./rules";
import type { RequestEmailChange } from "./schema";
import { accountOf, findPerson, issueSecret, linkTo, recipientOf, theirOwn } from "./store";

/**
 * Mails a link to the new address, and tells the old one. The address changes when the link is followed. Says the same
 * when the new address belongs to another account, which then gets a mail that says so.
 *
 * Refuses with `confirm_identity` when the person has not just shown who they are, and `same_email`.
 */
export async function requestEmailChange(
  ctx: Ctx,
  input: RequestEmailChange,
): Promise<Result<{ email: string }, IdentityNotConfirmed | { code: "same_email" }>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  if (!(await hasConfirmedIdentity(ctx))) return refuse({ code: "confirm_identity" });
  const willMail = await mayMail(ctx, input.email);
  return transaction(ctx, async (tx) => {
    const person = await theirOwn(tx, actor);
    if (person.email === input.email) return refuse({ code: "same_email" });
    const { to, occasion } = await recipientOf(tx, person);
    const taken = await findPerson(tx, input);
    if (taken && willMail) {
      const owner = await recipientOf(tx, taken);
      await queueAccountMessage(tx, {
        template: "already-registered",
        to: owner.to,
        params: { link: linkTo("/sign-in") },
      });
    } else if (willMail) {
      const secret = await issueSecret(tx, "change_email", person.id, hoursToVerifyEmail * 60, input.email);
      const params = { link: linkTo("/account/email", secret), hours: hoursToVerifyEmail };
      await queueAccountMessage(tx, { template: "email-change-confirm", to: { ...to, address: input.email }, params });
    }
    await queueAccountMessage(tx, {
      template: "email-change-requested",
      to,
      params: { ...occasion, newAddress: maskedEmail(input.email) },
    });
    await auditInEveryPlace(tx, person.id, "account.email_change_requested", accountOf(person), {
      after: { email: input.email },
    });
    return ok({ email: input.email });
  });
}
