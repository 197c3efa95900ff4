import { toDate } from "@/kernel/time";
import { enqueue } from "@/platform/queue";
import type { Tx } from "@/platform/transaction";
import { type MessageState, maxAttempts, messageState } from "./rules";

/** How long one attempt may take before another worker may think that the first died. SMTP gives up well before. */
const claimMinutes = 5;

export type ClaimedMessage = NonNullable<Awaited<ReturnType<typeof claimMessage>>>;

/** Takes a queued message for one attempt and counts it; null when it is not queued, or another has taken it. */
export async function claimMessage(tx: Tx, messageId: string) {
  const now = toDate(tx.now);
  const claimed = await tx.db
    .updateTable("message")
    .from("organization")
    .set((eb) => ({
      attempts: eb("attempts", "+", 1),
      claimed_until: toDate(tx.now.add({ minutes: claimMinutes })),
    }))
    .whereRef("organization.id", "=", "message.organization_id")
    .where((eb) => eb("message.organization_id", "=", eb.fn<string>("current_organization", [])))
    .where("message.id", "=", messageId)
    .where("state", "=", "queued")
    .where((eb) => eb.or([eb("claimed_until", "is", null), eb("claimed_until", "<", now)]))
    .returningAll("message")
    .returning("organization.name as organization_name")
    .executeTakeFirst();
  return claimed ?? null;
}

/** The state of a message; null when there is none. */
export async function stateOfMessage(tx: Tx, messageId: string): Promise<MessageState | null> {
  const row = await tx.db
    .selectFrom("message")
    .select("state")
    .where((eb) => eb("organization_id", "=", eb.fn<string>("current_organization", [])))
    .where("id", "=", messageId)
    .executeTakeFirst();
  return row ? messageState(row.state) : null;
}

/** Has the message sent after the commit. */
export async function enqueueDelivery(tx: Tx, organizationId: string, messageId: string): Promise<void> {
  const key = `deliver-message:${messageId}`;
  await enqueue(tx, "deliver-message", { organizationId, messageId }, { key, maxAttempts });
}
