import { NotFound } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { hasConfirmedIdentity } from "./queries";
import type { IdentityNotConfirmed } from "./rules";
import type { RemovePasskey } from "./schema";
import { accountOf, tellOwner, theirOwn } from "./store";

/**
 * From here on the passkey lets nobody in. Throws `NotFound` for one that is not the person's.
 *
 * Refuses with `confirm_identity`.
 */
export async function removePasskey(
  ctx: Ctx,
  input: RemovePasskey,
): Promise<Result<{ passkeyId: string }, IdentityNotConfirmed>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  return transaction(ctx, async (tx) => {
    if (!(await hasConfirmedIdentity(tx))) return refuse({ code: "confirm_identity" });
    const person = await theirOwn(tx, actor);
    const removed = await tx.db
      .deleteFrom("passkey")
      .where("id", "=", input.passkeyId)
      .where("user_id", "=", person.id)
      .returning("name")
      .executeTakeFirst();
    if (!removed) throw new NotFound("passkey");
    await auditInEveryPlace(tx, person.id, "account.passkey_removed", accountOf(person), {
      before: { name: removed.name },
    });
    await tellOwner(tx, person, "passkey-removed");
    return ok(input);
  });
}
