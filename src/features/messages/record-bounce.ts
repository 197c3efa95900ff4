import { audit } from "@/features/audit/audit";
import { authorizeAnyone } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { sameSecret } from "@/kernel/secret";
import { toDate } from "@/kernel/time";
import { config } from "@/platform/config";
import { type DeliveryStatus, parseDeliveryStatus } from "@/platform/delivery-status";
import { type Ctx, transaction } from "@/platform/transaction";
import { parseMessageIdHeader } from "./rules";

export type RecordBounceRefusal = { code: "not_allowed" | "not_a_report" | "not_ours" };

/**
 * Takes a delivery report as another mail server returned it to the bounce address, and marks the message that it is
 * about as `bounced`, with the reason. Reports of a delay or of success change nothing.
 *
 * Refuses with `not_allowed` (wrong token, or no BOUNCE_TOKEN is configured), `not_a_report` (not RFC 3464) or
 * `not_ours` (no Message-ID of a message of this installation that is on its way).
 */
export async function recordBounce(
  ctx: Ctx,
  input: { report: string; token: string },
): Promise<Result<{ bounced: boolean }, RecordBounceRefusal>> {
  authorizeAnyone(ctx);
  const { bounceToken } = config();
  if (bounceToken === null || !sameSecret(input.token, bounceToken)) return refuse({ code: "not_allowed" });
  const report = parseDeliveryStatus(input.report);
  if (!report) return refuse({ code: "not_a_report" });
  const ours = parseMessageIdHeader(report.originalMessageId ?? "");
  if (!ours) return refuse({ code: "not_ours" });
  const reason = whyBounced(report);
  if (reason === null) return ok({ bounced: false });

  const actor = { kind: "webhook", provider: "smtp", organizationId: ours.organizationId } as const;
  return transaction({ ...ctx, actor }, async (tx) => {
    const message = await tx.db
      .updateTable("message")
      .set({
        state: "bounced",
        bounced_at: toDate(ctx.now),
        last_error: reason,
        claimed_until: null,
        sealed_link: null,
      })
      .where("organization_id", "=", ours.organizationId)
      .where("id", "=", ours.messageId)
      .where("state", "in", ["queued", "sent"])
      .returning(["id", "subject", "recipient"])
      .executeTakeFirst();
    if (!message) return refuse({ code: "not_ours" });
    const subject = { type: "message", id: message.id, name: message.subject };
    await audit(tx, "message.bounced", subject, { after: { recipient: message.recipient, reason } });
    return ok({ bounced: true });
  });
}

function whyBounced({ recipients }: DeliveryStatus): string | null {
  const failed = recipients.find(({ action }) => action === "failed");
  return failed ? [failed.status, failed.diagnostic].filter(Boolean).join(" ") || "undeliverable" : null;
}
