import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { authorizePerson } from "./authorize";
import type { SetTheme } from "./schema";

/** Light, dark, or as the device is. A taste, so it leaves no entry in the trail. */
export async function setTheme(ctx: Ctx, input: SetTheme): Promise<Result<SetTheme>> {
  authorizePerson(ctx, "account.manage");
  const { userId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    await tx.db
      .updateTable("app_user")
      .set({ theme: input.theme, updated_at: toDate(tx.now) })
      .where("id", "=", userId)
      .execute();
    return ok(input);
  });
}
