import { audit } from "@/features/audit/audit";
import { authorizeAnyone } from "@/features/identity/authorize";
import { openAccount } from "@/features/identity/open-account";
import { switchOrganization } from "@/features/identity/switch-organization";
import type { UserActor } from "@/kernel/actor";
import { InvalidInput } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { isEasyToGuess } from "@/kernel/password-policy";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, inOrganization, type Tx, transaction } from "@/platform/transaction";
import { invitationState } from "./rules";
import type { AcceptInvitation } from "./schema";
import { findInvitationOfSecret, lockInvitation, lockOrganization } from "./store";

/** `cookies` sign a new person in; they are empty for somebody who was signed in already. */
export type AcceptedInvitation = { organizationId: string; memberId: string; cookies: string[] };

export type AcceptInvitationRefusal =
  | { code: "invitation_unknown" }
  | { code: "invitation_expired" }
  | { code: "invitation_revoked" }
  | { code: "invitation_accepted" }
  | { code: "already_member" }
  | { code: "account_exists" }
  | { code: "other_email"; email: string };

type Accepting = AcceptInvitation & { cookieHeader: string | null };

/**
 * Gives the holder of an invitation's link the place that it names. Somebody signed in must have its address
 * (`other_email`); somebody new sets name and password, which opens their account with the address confirmed, because
 * they hold what was mailed to it; who has an account signs in first (`account_exists`).
 *
 * Also refuses with `invitation_unknown`, `_expired`, `_revoked`, `_accepted`, and `already_member`. The invitation is
 * locked: of two who accept at once, one gets the place.
 */
export async function acceptInvitation(
  ctx: Ctx,
  input: Accepting,
): Promise<Result<AcceptedInvitation, AcceptInvitationRefusal>> {
  authorizeAnyone(ctx);
  return transaction(ctx, async (tx) => {
    const found = await findInvitationOfSecret(tx, input.token);
    if (!found) return refuse({ code: "invitation_unknown" });
    const organizationId = found.organization_id;
    const invitation = await inOrganization(tx, organizationId, async (there) => {
      const { closed_at } = await lockOrganization(there, organizationId);
      return closed_at ? null : lockInvitation(there, organizationId, found.id);
    });
    if (!invitation) return refuse({ code: "invitation_unknown" });
    const state = invitationState(invitation, tx.now);
    if (state !== "open") return refuse({ code: `invitation_${state}` });

    const person = await whoAccepts(tx, invitation.email, input);
    if (!person.ok) return person;
    const { actor, cookies } = person.value;
    const memberId = await inOrganization(tx, organizationId, (there) =>
      givePlace({ ...there, actor }, organizationId, invitation, actor),
    );
    if (!memberId) return refuse({ code: "already_member" });
    if (tx.actor.kind === "user") await switchOrganization(tx, { organizationId }); // a new person has no other place
    return ok({ organizationId, memberId, cookies });
  });
}

type Person = { actor: UserActor; cookies: string[] };

async function whoAccepts(tx: Tx, email: string, input: Accepting): Promise<Result<Person, AcceptInvitationRefusal>> {
  if (tx.actor.kind === "user") {
    return tx.actor.email === email
      ? ok({ actor: tx.actor, cookies: [] })
      : refuse({ code: "other_email", email: tx.actor.email });
  }
  const { name, password, cookieHeader } = input;
  if (!name || !password) throw new InvalidInput(missing({ name, password }));
  if (isEasyToGuess(password, [name, email])) throw new InvalidInput([{ path: "password", code: "weak_password" }]);
  const opened = await openAccount(tx, { name, email, password, locale: input.locale, cookieHeader });
  if (!opened.ok) return refuse({ code: "account_exists" });
  const { userId, cookies } = opened.value;
  const nowhere = { sessionId: userId, organizationId: null, memberId: null, roles: [], venueIds: null };
  return ok({ actor: { kind: "user", userId, name, email, ...nowhere }, cookies });
}

function missing(fields: Record<string, string | undefined>) {
  return Object.entries(fields)
    .filter(([, value]) => !value)
    .map(([path]) => ({ path, code: "required" }));
}

type Locked = Awaited<ReturnType<typeof lockInvitation>>;

async function givePlace(tx: Tx, organizationId: string, invitation: Locked, actor: UserActor): Promise<string | null> {
  const place = { id: newId<"member">(), roles: invitation.roles, venue_ids: invitation.venueIds };
  const inserted = await tx.db
    .insertInto("member")
    .values({
      ...place,
      organization_id: organizationId,
      user_id: actor.userId,
      created_at: toDate(tx.now),
      updated_at: toDate(tx.now),
    })
    .onConflict((conflict) => conflict.columns(["organization_id", "user_id"]).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) return null;
  await tx.db
    .updateTable("invitation")
    .set({ accepted_at: toDate(tx.now) })
    .where("organization_id", "=", organizationId)
    .where("id", "=", invitation.id)
    .execute();
  const after = { email: actor.email, roles: place.roles, venue_ids: place.venue_ids };
  await audit(tx, "member.joined", { type: "member", id: place.id, name: actor.name }, { after });
  return place.id;
}
