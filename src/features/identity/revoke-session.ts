import { NotFound } from "@/kernel/errors";
import { ok, type Result } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { deviceName } from "./rules";
import type { RevokeSession } from "./schema";
import { accountOf } from "./store";

/** Signs one of the person's own devices out. Throws `NotFound` for a session that is not theirs, or is over. */
export async function revokeSession(ctx: Ctx, input: RevokeSession): Promise<Result<{ sessionId: string }>> {
  authorizePerson(ctx, "account.manage");
  const { userId, name } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const ended = await tx.db
      .deleteFrom("session")
      .where("id", "=", input.sessionId)
      .where("user_id", "=", userId)
      .returning("user_agent")
      .executeTakeFirst();
    if (!ended) throw new NotFound("session");
    const after = { device: deviceName(ended.user_agent) };
    await auditInEveryPlace(tx, userId, "account.session_revoked", accountOf({ id: userId, name }), { after });
    return ok(input);
  });
}
