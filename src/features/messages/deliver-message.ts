import { authorizeSystem } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { appMailer, mailDomain } from "@/platform/mailer";
import type { Delivery, Mailer } from "@/platform/outgoing-mail";
import { unseal } from "@/platform/sealed";
import { type Ctx, reading, transaction } from "@/platform/transaction";
import { type MessageState, maxAttempts, messageIdHeader, withLink } from "./rules";
import { type ClaimedMessage, claimMessage, stateOfMessage } from "./store";

export type DeliverMessageRefusal = { code: "try_later"; reason: string };

/**
 * Sends a queued message, once: it claims the message in one transaction, talks to the mail server outside of any, and
 * records what came of it in another. Called again for a message that went out, it does nothing.
 *
 * Refuses with `try_later` after a temporary fault, or while another worker is at it. A refusal of the server for good,
 * or the last attempt, is an answer: the state `bounced` (no such address) or `failed`, with the reason.
 */
export async function deliverMessage(
  ctx: Ctx,
  input: { messageId: string },
  mailer: Mailer = appMailer(),
): Promise<Result<{ state: MessageState | "gone" }, DeliverMessageRefusal>> {
  authorizeSystem(ctx);
  const claim = await transaction(ctx, async (tx) => ok(await claimMessage(tx, input.messageId)));
  if (!claim.ok || claim.value === null) return alreadyDone(ctx, input.messageId);

  const message = claim.value;
  const delivery = await attempt(message, mailer);
  const outcome = afterAttempt(delivery, message.attempts);
  await transaction(ctx, async (tx) => {
    await tx.db
      .updateTable("message")
      .set({
        ...outcome,
        claimed_until: null,
        ...(outcome.state === "sent" ? { sent_at: toDate(ctx.now), sealed_link: null } : {}),
      })
      .where("organization_id", "=", message.organization_id)
      .where("id", "=", message.id)
      .where("state", "=", "queued")
      .execute();
    return ok(null);
  });
  return outcome.state === "queued"
    ? refuse({ code: "try_later", reason: outcome.last_error ?? "" })
    : ok({ state: outcome.state });
}

async function alreadyDone(
  ctx: Ctx,
  messageId: string,
): Promise<Result<{ state: MessageState | "gone" }, DeliverMessageRefusal>> {
  const state = await reading(ctx, (tx) => stateOfMessage(tx, messageId));
  if (state === "queued") return refuse({ code: "try_later", reason: "another worker is sending it" });
  return ok({ state: state ?? "gone" });
}

async function attempt(message: ClaimedMessage, mailer: Mailer): Promise<Delivery> {
  const link = linkOf(message);
  if (link === "unreadable") {
    return { outcome: "refused", recipient: false, reason: "Its link was sealed under another NEXTAUTH_SECRET" };
  }
  return mailer.send(toMail(message, link));
}

function linkOf({ sealed_link: sealed }: ClaimedMessage): string | null {
  if (sealed === null) return null;
  try {
    return unseal(sealed);
  } catch {
    return "unreadable";
  }
}

function toMail(message: ClaimedMessage, link: string | null) {
  const whole = (text: string) => (link === null ? text : withLink(text, link));
  return {
    id: message.id,
    messageId: messageIdHeader(message.organization_id, message.id, mailDomain()),
    fromName: message.organization_name,
    to: { name: message.recipient_name, address: message.recipient },
    subject: message.subject,
    html: link === null ? message.html : withLink(message.html, link.replaceAll("&", "&amp;")),
    text: whole(message.body),
    language: message.locale,
    writtenAt: message.created_at.getTime(),
  };
}

function afterAttempt(delivery: Delivery, attempts: number) {
  switch (delivery.outcome) {
    case "sent":
      return { state: "sent" as const, transport: delivery.transport, last_error: null };
    case "refused":
      return { state: delivery.recipient ? ("bounced" as const) : ("failed" as const), last_error: delivery.reason };
    case "later":
      return {
        state: attempts >= maxAttempts ? ("failed" as const) : ("queued" as const),
        last_error: delivery.reason,
      };
  }
}
