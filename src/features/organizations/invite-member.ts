import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { TooManyRequests } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { hashSecret, newSecret } from "@/kernel/secret";
import { toDate } from "@/kernel/time";
import { limit } from "@/platform/rate-limit";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { invitationDays, type PlaceRefusal, whyNotPlace } from "./rules";
import type { InviteMember } from "./schema";
import { authorityOf, checkVenues, mailInvitation } from "./store";

export type Invitation = { invitationId: string; email: string };

export type InviteMemberRefusal = { code: "already_member" } | { code: "already_invited" } | PlaceRefusal;

/**
 * Invites a person by e-mail with a secret link that is good for seven days; who they are is seen when they accept.
 *
 * Refuses with `already_member`, `already_invited` (an invitation is open: send it again instead), or when the place
 * is not the actor's to give: `only_owners`, `venues_out_of_reach`. At most 60 an hour for an organization.
 */
export async function inviteMember(ctx: Ctx, input: InviteMember): Promise<Result<Invitation, InviteMemberRefusal>> {
  authorize(ctx, "member.invite");
  const { organizationId } = ctx.actor;
  const venueIds = input.venueIds ?? null;
  const notMine = whyNotPlace(authorityOf(ctx.actor), null, { roles: input.roles, venueIds });
  if (notMine) return refuse(notMine);
  const rate = await limit("invite-member", organizationId, { limit: 60, windowSeconds: 3_600, now: ctx.now });
  if (!rate.allowed) throw new TooManyRequests(rate.resetSeconds);

  return transaction(ctx, async (tx) => {
    if (await isMember(tx, organizationId, input.email)) return refuse({ code: "already_member" });
    await checkVenues(tx, organizationId, venueIds);
    await dropExpired(tx, organizationId, input.email);
    const secret = newSecret();
    const invitation = { id: newId<"invitation">(), email: input.email, roles: input.roles, venue_ids: venueIds };
    const inserted = await tx.db
      .insertInto("invitation")
      .values({
        ...invitation,
        organization_id: organizationId,
        token_hash: hashSecret(secret),
        invited_by: authorityOf(tx.actor).memberId,
        sent_at: toDate(tx.now),
        expires_at: toDate(tx.now.add({ hours: 24 * invitationDays })),
        created_at: toDate(tx.now),
      })
      .onConflict((conflict) => conflict.doNothing()) // invitation_open: one open invitation for an address
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) return refuse({ code: "already_invited" });
    await mailInvitation(tx, organizationId, { ...invitation, secret });
    const subject = { type: "invitation", id: invitation.id, name: input.email };
    await audit(tx, "member.invited", subject, { after: invitation });
    return ok({ invitationId: invitation.id, email: input.email });
  });
}

async function isMember(tx: Tx, organizationId: string, email: string): Promise<boolean> {
  const found = await tx.db
    .selectFrom("member")
    .innerJoin("app_user", "app_user.id", "member.user_id")
    .select("member.id")
    .where("member.organization_id", "=", organizationId)
    .where("app_user.email", "=", email)
    .executeTakeFirst();
  return found !== undefined;
}

async function dropExpired(tx: Tx, organizationId: string, email: string): Promise<void> {
  await tx.db
    .updateTable("invitation")
    .set({ revoked_at: toDate(tx.now) })
    .where("organization_id", "=", organizationId)
    .where("email", "=", email)
    .where("accepted_at", "is", null)
    .where("revoked_at", "is", null)
    .where("expires_at", "<=", toDate(tx.now))
    .execute();
}
