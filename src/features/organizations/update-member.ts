import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { losesLastOwner, type PlaceRefusal, whyNotPlace } from "./rules";
import type { UpdateMember } from "./schema";
import { authorityOf, checkVenues, countOwners, findMember, lockOrganization } from "./store";

export type UpdateMemberRefusal = { code: "last_owner" } | PlaceRefusal;

/**
 * Gives a member other roles or venues; from their next click on they may do what the new place allows.
 *
 * Refuses with `last_owner`, `only_owners` (make and unmake owners), `own_place` (nobody gets more out of their own
 * change) or `venues_out_of_reach`. The organization is locked, so two owners cannot demote each other at once.
 */
export async function updateMember(
  ctx: Ctx,
  input: UpdateMember,
): Promise<Result<{ memberId: string; name: string }, UpdateMemberRefusal>> {
  authorize(ctx, "member.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    await lockOrganization(tx, organizationId);
    const member = await findMember(tx, organizationId, input.memberId);
    const now = { memberId: member.id, roles: member.roles, venueIds: member.venue_ids };
    const next = { roles: input.roles, venueIds: input.venueIds ?? null };
    const notMine = whyNotPlace(authorityOf(tx.actor), now, next);
    if (notMine) return refuse(notMine);
    if (losesLastOwner(now, next, await countOwners(tx, organizationId))) return refuse({ code: "last_owner" });
    await checkVenues(tx, organizationId, next.venueIds);

    const after = { roles: next.roles, venue_ids: next.venueIds };
    await tx.db
      .updateTable("member")
      .set({ ...after, updated_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", member.id)
      .execute();
    const before = { roles: member.roles, venue_ids: member.venue_ids };
    await audit(tx, "member.updated", { type: "member", id: member.id, name: member.name }, { before, after });
    return ok({ memberId: member.id, name: member.name });
  });
}
