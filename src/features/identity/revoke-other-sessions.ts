import { ok, type Result } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { accountOf, endSessions } from "./store";

/** Signs the person out everywhere but here. */
export async function revokeOtherSessions(ctx: Ctx): Promise<Result<null>> {
  authorizePerson(ctx, "account.manage");
  const { userId, sessionId, name } = ctx.actor;
  return transaction(ctx, async (tx) => {
    await endSessions(tx, userId, sessionId);
    await auditInEveryPlace(tx, userId, "account.other_sessions_revoked", accountOf({ id: userId, name }));
    return ok(null);
  });
}
