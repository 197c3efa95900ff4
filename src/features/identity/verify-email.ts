import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, reading, type Tx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizeAnyone } from "./authorize";
import { type CheckPasswordRefusal, checkPassword } from "./check-password";
import type { VerifyEmail } from "./schema";
import { letIn, type SignedIn } from "./sign-in";
import { accountOf, findPerson, findSecret, lockSecret, type Person, useUpSecret } from "./store";

export type VerifyEmailRefusal = CheckPasswordRefusal | { code: "link_invalid" };

/**
 * Confirms the address of a new account with the link that was mailed to it and the password that was chosen: the two
 * together show that the person who signed up reads that mailbox. Signs them in.
 *
 * Refuses with `link_invalid` (used, replaced or too old) and what a wrong password is refused with.
 */
export async function verifyEmail(ctx: Ctx, input: VerifyEmail): Promise<Result<SignedIn, VerifyEmailRefusal>> {
  authorizeAnyone(ctx);
  const owner = await reading(ctx, (tx) => ownerOf(tx, input.token));
  if (!owner) return refuse({ code: "link_invalid" });
  const checked = await checkPassword(ctx, { ...input, email: owner.email });
  if (!checked.ok) return checked;
  return transaction(ctx, async (tx) => {
    const link = await lockSecret(tx, "verify_email", input.token);
    if (link?.userId !== checked.value.id) return refuse({ code: "link_invalid" });
    await useUpSecret(tx, link.id);
    await markVerified(tx, checked.value);
    return ok(await letIn(tx, checked.value, input.cookieHeader, "new_account"));
  });
}

/** From here on the address is known to be the person's. */
export async function markVerified(tx: Tx, person: Person): Promise<void> {
  await tx.db
    .updateTable("app_user")
    .set({ email_verified: true, updated_at: toDate(tx.now) })
    .where("id", "=", person.id)
    .execute();
  await auditInEveryPlace(tx, person.id, "account.email_verified", accountOf(person));
}

async function ownerOf(tx: Tx, token: string): Promise<Person | null> {
  const link = await findSecret(tx, "verify_email", token);
  return link && findPerson(tx, { id: link.userId });
}
