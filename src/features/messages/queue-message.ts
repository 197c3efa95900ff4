import { InvalidInput } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { toDate } from "@/kernel/time";
import { seal } from "@/platform/sealed";
import type { Tx } from "@/platform/transaction";
import { writeEmail } from "./emails";
import { type EmailParams, type EmailTemplate, hasSecretLink, linkPlaceholder } from "./rules";
import { emailAddressSchema } from "./schema";
import { enqueueDelivery } from "./store";

/** One mail to one person. `about` is what it belongs to (an invitation, a quote), for its history. */
export type QueueMessage = {
  [T in EmailTemplate]: {
    template: T;
    to: { address: string; name: string | null; locale: string };
    params: EmailParams[T];
    about?: { type: string; id: string };
  };
}[EmailTemplate];

/**
 * Writes a mail of the current organization into the transaction of the deed; the job `deliver-message` sends it after
 * the commit. A secret link is stored sealed and apart from the text. Throws `InvalidInput` for an address that is none.
 *
 * It asks for no permission of its own: the verb that sends a mail has asked for the deed's.
 */
export async function queueMessage(tx: Tx, message: QueueMessage): Promise<{ messageId: string }> {
  const { template, to, params, about } = message;
  const address = emailAddressSchema.safeParse(to.address);
  if (!address.success) throw new InvalidInput([{ path: "to.address", code: "email" }]);
  const organization = await currentOrganization(tx);
  const secret = "link" in params && hasSecretLink(template) ? params.link : null;
  const email = await writeEmail(message, organization.name, secret === null ? undefined : linkPlaceholder);
  const messageId = newId<"message">();
  await tx.db
    .insertInto("message")
    .values({
      organization_id: organization.id,
      id: messageId,
      template,
      locale: to.locale,
      recipient: address.data,
      recipient_name: to.name,
      subject: email.subject,
      html: email.html,
      body: email.text,
      sealed_link: secret === null ? null : seal(secret),
      subject_type: about?.type ?? null,
      subject_id: about?.id ?? null,
      created_at: toDate(tx.now),
    })
    .execute();
  await enqueueDelivery(tx, organization.id, messageId);
  return { messageId };
}

async function currentOrganization(tx: Tx): Promise<{ id: string; name: string }> {
  return tx.db
    .selectFrom("organization")
    .select(["id", "name"])
    .where((eb) => eb("id", "=", eb.fn<string>("current_organization", [])))
    .executeTakeFirstOrThrow(
      () => new Error("A message belongs to an organization; about an account, use queueAccountMessage"),
    );
}
