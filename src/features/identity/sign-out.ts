import { ok, type Result } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizeAnyone } from "./authorize";
import { accountOf, noSessionCookies } from "./store";

/** Ends this session. Whoever has none is signed out already. */
export async function signOut(ctx: Ctx): Promise<Result<{ cookies: string[] }>> {
  authorizeAnyone(ctx);
  const { actor } = ctx;
  return transaction(ctx, async (tx) => {
    if (actor.kind === "user") {
      await tx.db.deleteFrom("session").where("id", "=", actor.sessionId).where("user_id", "=", actor.userId).execute();
      await auditInEveryPlace(
        tx,
        actor.userId,
        "account.signed_out",
        accountOf({ id: actor.userId, name: actor.name }),
      );
    }
    return ok({ cookies: noSessionCookies() });
  });
}
