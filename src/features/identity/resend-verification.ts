import { TooManyRequests } from "@/kernel/errors";
import { ok, type Result } from "@/kernel/result";
import { limit } from "@/platform/rate-limit";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { queueAccountMessage } from "../messages/queue-account-message";
import { authorizeAnyone } from "./authorize";
import { hoursToVerifyEmail } from "./rules";
import type { EmailOnly } from "./schema";
import { findPerson, issueSecret, linkTo, type Person, recipientOf } from "./store";

/**
 * Mails the confirmation of a new account again. Says the same whether there is one that waits for it or not.
 * Throws `TooManyRequests` when one address of the network asks again and again.
 */
export async function resendVerification(ctx: Ctx, input: EmailOnly): Promise<Result<{ email: string }>> {
  authorizeAnyone(ctx);
  const willMail = await mayMail(ctx, input.email);
  return transaction(ctx, async (tx) => {
    const person = await findPerson(tx, input);
    if (person && !person.emailVerified && willMail) await mailVerification(tx, person);
    return ok({ email: input.email });
  });
}

/** Mails the link that confirms the address of a new account. */
export async function mailVerification(tx: Tx, person: Person): Promise<void> {
  const secret = await issueSecret(tx, "verify_email", person.id, hoursToVerifyEmail * 60);
  const { to } = await recipientOf(tx, person);
  const params = { link: linkTo("/verify-email", secret), hours: hoursToVerifyEmail };
  await queueAccountMessage(tx, { template: "verify-email", to, params });
}

/**
 * Whether a mail that anybody can ask for may go to this address now: five an hour, so that nobody fills the inbox of
 * somebody else. Beyond that the answer stays the same and no mail goes out. Throws `TooManyRequests` to whoever asks
 * from one place more than thirty times an hour.
 */
export async function mayMail(ctx: Ctx, email: string): Promise<boolean> {
  authorizeAnyone(ctx);
  const asked = await limit("account-mail-from", ctx.origin.ip ?? "unknown", {
    limit: 30,
    windowSeconds: 3_600,
    now: ctx.now,
  });
  if (!asked.allowed) throw new TooManyRequests(asked.resetSeconds);
  return (await limit("account-mail-to", email, { limit: 5, windowSeconds: 3_600, now: ctx.now })).allowed;
}
