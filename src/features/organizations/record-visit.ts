import { authorizePerson } from "@/features/identity/authorize";
import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";

/** Notes that the signed-in member was here, at most once in five minutes: for "last seen" in the list of members. */
export async function recordVisit(ctx: Ctx): Promise<Result<null>> {
  authorizePerson(ctx, "account.manage");
  const { organizationId, memberId } = ctx.actor;
  if (organizationId === null || memberId === null) return ok(null);
  return transaction(ctx, async (tx) => {
    await tx.db
      .updateTable("member")
      .set({ last_seen_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", memberId)
      .where((eb) =>
        eb.or([eb("last_seen_at", "is", null), eb("last_seen_at", "<=", toDate(tx.now.subtract({ minutes: 5 })))]),
      )
      .execute();
    return ok(null);
  });
}
