import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import type { InvitationId } from "./schema";
import { lockInvitation } from "./store";

export type RevokeInvitationRefusal = { code: "invitation_accepted" } | { code: "invitation_revoked" };

/** Takes an invitation back: its link stops working at once. Refuses with `invitation_accepted` or `invitation_revoked`. */
export async function revokeInvitation(
  ctx: Ctx,
  input: InvitationId,
): Promise<Result<{ invitationId: string; email: string }, RevokeInvitationRefusal>> {
  authorize(ctx, "member.invite");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const invitation = await lockInvitation(tx, organizationId, input.invitationId);
    if (invitation.acceptedAt) return refuse({ code: "invitation_accepted" });
    if (invitation.revokedAt) return refuse({ code: "invitation_revoked" });
    await tx.db
      .updateTable("invitation")
      .set({ revoked_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", invitation.id)
      .execute();
    await audit(tx, "invitation.revoked", { type: "invitation", id: invitation.id, name: invitation.email });
    return ok({ invitationId: invitation.id, email: invitation.email });
  });
}
