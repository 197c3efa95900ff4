import { ok, type Result } from "@/kernel/result";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { queueAccountMessage } from "../messages/queue-account-message";
import { authorizeAnyone } from "./authorize";
import { mayMail } from "./resend-verification";
import { minutesToResetPassword } from "./rules";
import type { EmailOnly } from "./schema";
import { accountOf, findPerson, issueSecret, linkTo, type Person, recipientOf } from "./store";

/**
 * Mails a link to choose a new password. Says the same whether the address has an account or not. Throws
 * `TooManyRequests` when one address of the network asks again and again.
 */
export async function requestPasswordReset(ctx: Ctx, input: EmailOnly): Promise<Result<{ email: string }>> {
  authorizeAnyone(ctx);
  const willMail = await mayMail(ctx, input.email);
  return transaction(ctx, async (tx) => {
    const person = await findPerson(tx, input);
    if (person && willMail) await mailReset(tx, person);
    return ok({ email: input.email });
  });
}

async function mailReset(tx: Tx, person: Person): Promise<void> {
  const secret = await issueSecret(tx, "reset_password", person.id, minutesToResetPassword);
  const { to } = await recipientOf(tx, person);
  const params = { link: linkTo("/reset-password", secret), minutes: minutesToResetPassword };
  await queueAccountMessage(tx, { template: "reset-password", to, params });
  await auditInEveryPlace(tx, person.id, "account.password_reset_requested", accountOf(person));
}
