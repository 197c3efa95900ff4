import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import type { ChangeProfile } from "./schema";
import { accountOf } from "./store";

/** Changes the person's name, language and theme. */
export async function changeProfile(ctx: Ctx, input: ChangeProfile): Promise<Result<ChangeProfile>> {
  authorizePerson(ctx, "account.manage");
  const { userId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const before = await tx.db
      .selectFrom("app_user")
      .select(["name", "locale", "theme"])
      .where("id", "=", userId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await tx.db
      .updateTable("app_user")
      .set({ ...input, updated_at: toDate(tx.now) })
      .where("id", "=", userId)
      .execute();
    const subject = accountOf({ id: userId, name: input.name });
    await auditInEveryPlace(tx, userId, "account.profile_changed", subject, { before, after: input });
    return ok(input);
  });
}
