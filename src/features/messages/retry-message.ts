import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { linkPlaceholder } from "./rules";
import { enqueueDelivery } from "./store";

export type RetryMessageRefusal = { code: "not_failed" | "link_gone" };

/**
 * Sends a message that failed or bounced once more, to the same address, with all its attempts again.
 *
 * Refuses with `not_failed` (it is on its way or arrived) or `link_gone` (it had a secret link, which is forgotten once
 * a mail was sent: what it was about has to be asked for anew).
 */
export async function retryMessage(
  ctx: Ctx,
  input: { messageId: string },
): Promise<Result<{ messageId: string }, RetryMessageRefusal>> {
  authorize(ctx, "message.retry");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const message = await tx.db
      .selectFrom("message")
      .selectAll()
      .where("organization_id", "=", organizationId)
      .where("id", "=", input.messageId)
      .forUpdate()
      .executeTakeFirst();
    if (!message) throw new NotFound("message");
    if (message.state !== "failed" && message.state !== "bounced") return refuse({ code: "not_failed" });
    if (message.sealed_link === null && message.body.includes(linkPlaceholder)) return refuse({ code: "link_gone" });

    await tx.db
      .updateTable("message")
      .set({ state: "queued", attempts: 0, claimed_until: null, bounced_at: null })
      .where("organization_id", "=", organizationId)
      .where("id", "=", message.id)
      .execute();
    await audit(tx, "message.retried", { type: "message", id: message.id, name: message.subject });
    await enqueueDelivery(tx, organizationId, message.id);
    return ok({ messageId: message.id });
  });
}
