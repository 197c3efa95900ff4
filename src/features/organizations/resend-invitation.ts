import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { TooManyRequests } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { hashSecret, newSecret } from "@/kernel/secret";
import { toDate } from "@/kernel/time";
import { limit } from "@/platform/rate-limit";
import { type Ctx, transaction } from "@/platform/transaction";
import { invitationDays, type PlaceRefusal, whyNotPlace } from "./rules";
import type { InvitationId } from "./schema";
import { authorityOf, lockInvitation, mailInvitation } from "./store";

export type ResendInvitationRefusal = { code: "invitation_accepted" } | { code: "invitation_revoked" } | PlaceRefusal;

/**
 * Sends an open or expired invitation again, with a new link that is good for seven days; the old link is dead, since
 * only its hash was kept. Refuses with `invitation_accepted`, `invitation_revoked`, or when the place is not the
 * actor's to give. At most five times an hour for one invitation.
 */
export async function resendInvitation(
  ctx: Ctx,
  input: InvitationId,
): Promise<Result<{ invitationId: string; email: string }, ResendInvitationRefusal>> {
  authorize(ctx, "member.invite");
  const { organizationId } = ctx.actor;
  const rate = await limit("resend-invitation", input.invitationId, { limit: 5, windowSeconds: 3_600, now: ctx.now });
  if (!rate.allowed) throw new TooManyRequests(rate.resetSeconds);

  return transaction(ctx, async (tx) => {
    const invitation = await lockInvitation(tx, organizationId, input.invitationId);
    if (invitation.acceptedAt) return refuse({ code: "invitation_accepted" });
    if (invitation.revokedAt) return refuse({ code: "invitation_revoked" });
    const place = { roles: invitation.roles, venueIds: invitation.venueIds };
    const notMine = whyNotPlace(authorityOf(tx.actor), null, place);
    if (notMine) return refuse(notMine);

    const secret = newSecret();
    await tx.db
      .updateTable("invitation")
      .set({
        token_hash: hashSecret(secret),
        sent_at: toDate(tx.now),
        expires_at: toDate(tx.now.add({ hours: 24 * invitationDays })),
      })
      .where("organization_id", "=", organizationId)
      .where("id", "=", invitation.id)
      .execute();
    await mailInvitation(tx, organizationId, { id: invitation.id, email: invitation.email, secret });
    await audit(tx, "invitation.resent", { type: "invitation", id: invitation.id, name: invitation.email });
    return ok({ invitationId: invitation.id, email: invitation.email });
  });
}
