import { audit } from "@/features/audit/audit";
import { authorizePerson } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { losesLastOwner } from "./rules";
import { countOwners, deleteMember, findMember, lockOrganization } from "./store";

export type LeaveOrganizationRefusal = { code: "last_owner" };

/**
 * Gives up the signed-in person's own place in the organization they act in; the API keys they made stop working.
 * Refuses with `last_owner`: make somebody else an owner first, or close the organization.
 */
export async function leaveOrganization(
  ctx: Ctx,
  _input: Record<string, never>,
): Promise<Result<{ organizationId: string }, LeaveOrganizationRefusal>> {
  authorizePerson(ctx, "account.manage");
  const { organizationId, memberId } = ctx.actor;
  if (organizationId === null || memberId === null) throw new NotFound("member");
  return transaction(ctx, async (tx) => {
    await lockOrganization(tx, organizationId);
    const member = await findMember(tx, organizationId, memberId);
    const place = { roles: member.roles, venueIds: member.venue_ids };
    if (losesLastOwner(place, null, await countOwners(tx, organizationId))) return refuse({ code: "last_owner" });
    await deleteMember(tx, organizationId, member.id);
    const before = { email: member.email, roles: member.roles, venue_ids: member.venue_ids };
    await audit(tx, "member.left", { type: "member", id: member.id, name: member.name }, { before });
    return ok({ organizationId });
  });
}
