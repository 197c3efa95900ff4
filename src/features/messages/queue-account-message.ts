import { platformOrganizationId } from "@/kernel/actor";
import { inOrganization, type Tx } from "@/platform/transaction";
import { type QueueMessage, queueMessage } from "./queue-message";

/** `queueMessage` for mail about a person's account: it belongs to the installation, and to no customer's history. */
export async function queueAccountMessage(tx: Tx, message: QueueMessage): Promise<{ messageId: string }> {
  return inOrganization(tx, platformOrganizationId, (there) => queueMessage(there, message));
}
