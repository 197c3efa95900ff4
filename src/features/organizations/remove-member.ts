import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { losesLastOwner, type PlaceRefusal, whyNotRemove } from "./rules";
import type { RemoveMember } from "./schema";
import { authorityOf, countOwners, deleteMember, findMember, lockOrganization } from "./store";

export type RemoveMemberRefusal = { code: "last_owner" } | { code: "yourself" } | PlaceRefusal;

/**
 * Takes a member's place away: they lose access with their next click, and the API keys they made stop working. Their
 * account stays theirs. Refuses with `last_owner`, `only_owners`, `venues_out_of_reach`, or `yourself` (leave instead).
 */
export async function removeMember(
  ctx: Ctx,
  input: RemoveMember,
): Promise<Result<{ memberId: string; name: string }, RemoveMemberRefusal>> {
  authorize(ctx, "member.remove");
  const { organizationId } = ctx.actor;
  const authority = authorityOf(ctx.actor);
  if (authority.memberId === input.memberId) return refuse({ code: "yourself" });
  return transaction(ctx, async (tx) => {
    await lockOrganization(tx, organizationId);
    const member = await findMember(tx, organizationId, input.memberId);
    const place = { roles: member.roles, venueIds: member.venue_ids };
    const notMine = whyNotRemove(authority, place);
    if (notMine) return refuse(notMine);
    if (losesLastOwner(place, null, await countOwners(tx, organizationId))) return refuse({ code: "last_owner" });
    await deleteMember(tx, organizationId, member.id);
    const before = { email: member.email, roles: member.roles, venue_ids: member.venue_ids };
    await audit(tx, "member.removed", { type: "member", id: member.id, name: member.name }, { before });
    return ok({ memberId: member.id, name: member.name });
  });
}
