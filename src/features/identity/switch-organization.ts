import { NotFound } from "@/kernel/errors";
import { ok, type Result } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { authorizePerson } from "./authorize";
import type { SwitchOrganization } from "./schema";

/** Goes to another of the person's organizations, in this session. Throws `NotFound` where they are no member. */
export async function switchOrganization(
  ctx: Ctx,
  input: SwitchOrganization,
): Promise<Result<{ organizationId: string }>> {
  authorizePerson(ctx, "account.manage");
  const { userId, sessionId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const place = await tx.db
      .selectFrom("member")
      .innerJoin("organization", "organization.id", "member.organization_id")
      .select("organization.id")
      .where("member.user_id", "=", userId)
      .where("organization.id", "=", input.organizationId)
      .where("organization.closed_at", "is", null)
      .executeTakeFirst();
    if (!place) throw new NotFound("organization");
    await tx.db
      .updateTable("session")
      .set({ active_organization_id: place.id })
      .where("id", "=", sessionId)
      .where("user_id", "=", userId)
      .execute();
    return ok({ organizationId: place.id });
  });
}
