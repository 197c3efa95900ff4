import { beforeEach, describe, expect, it } from "vitest";
import {
  asGuest,
  asMember,
  asPerson,
  ctxOf,
  newOrganization,
  newPerson,
  type Organization,
  openWorld,
} from "#tests/factories/world";
import type { Role } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { newSecret } from "@/kernel/secret";
import { unseal } from "@/platform/sealed";
import type { Ctx } from "@/platform/transaction";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { invitationOfLink, listInvitations } from "./queries";
import { resendInvitation } from "./resend-invitation";
import { revokeInvitation } from "./revoke-invitation";

const world = openWorld();
let here: Organization;
let admin: Awaited<ReturnType<typeof asMember>>;

beforeEach(async () => {
  here = await newOrganization(world, "Quinta Los Arrayanes");
  admin = await asMember(world, here, "admin");
});

const address = () => `invitada-${newId()}@ejemplo.mx`;

/** Invites, and reads the secret out of the mail that goes out. */
async function invited(email: string, roles: Role[] = ["sales"]) {
  const done = await inviteMember(admin, { email, roles });
  if (!done.ok) throw new Error(done.refusal.code);
  const { invitationId } = done.value;
  return { invitationId, token: await tokenOf(invitationId), email };
}

async function tokenOf(invitationId: string): Promise<string> {
  const { sealed_link } = await world.owner
    .selectFrom("message")
    .select("sealed_link")
    .where("subject_id", "=", invitationId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return unseal(sealed_link ?? "").split("/invitation/")[1] ?? "";
}

const newcomer = {
  name: "Lucía Ferreyra",
  password: "tres tristes tigres trigales",
  locale: "es" as const,
  cookieHeader: null,
};
const asSignedIn = { locale: "es" as const, cookieHeader: null };

function membersWith(email: string) {
  return world.owner
    .selectFrom("member")
    .innerJoin("app_user", "app_user.id", "member.user_id")
    .select(["member.roles", "app_user.email_verified", "app_user.name"])
    .where("member.organization_id", "=", here.id)
    .where("app_user.email", "=", email)
    .execute();
}

const later = (ctx: Ctx, hours: number): Ctx => ({ ...ctx, now: ctx.now.add({ hours }) });

describe("inviting", () => {
  it("keeps only the hash of the secret, mails the link, and writes it down without the secret", async () => {
    const email = address();
    const { invitationId, token } = await invited(email);
    const row = await world.owner
      .selectFrom("invitation")
      .selectAll()
      .where("id", "=", invitationId)
      .executeTakeFirst();
    expect(JSON.stringify(row)).not.toContain(token);
    const trail = await world.owner
      .selectFrom("audit_entry")
      .selectAll()
      .where("organization_id", "=", here.id)
      .where("action", "=", "member.invited")
      .execute();
    expect(trail).toHaveLength(1);
    expect(trail[0]).toMatchObject({ subject_name: email, after: { email, roles: ["sales"] } });
    expect(JSON.stringify(trail)).not.toMatch(/token|hash/);
  });

  it("refuses members, the invited, and places that are not the actor's to give", async () => {
    const email = address();
    await invited(email);
    expect(await inviteMember(admin, { email, roles: ["door"] })).toMatchObject({
      refusal: { code: "already_invited" },
    });
    const mine = { email: admin.actor.email, roles: ["door" as const] };
    expect(await inviteMember(admin, mine)).toMatchObject({ refusal: { code: "already_member" } });
    const boss = { email: address(), roles: ["owner" as const] };
    expect(await inviteMember(admin, boss)).toMatchObject({ refusal: { code: "only_owners" } });
    await expect(inviteMember(await asMember(world, here, "sales"), boss)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("makes one invitation when asked ten times at once", async () => {
    const email = address();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => inviteMember(admin, { email, roles: ["door"] })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((it) => !it.ok && it.refusal.code === "already_invited")).toHaveLength(9);
    expect((await listInvitations(admin)).map((it) => it.email)).toEqual([email]);
  });

  it("can be done again after it expired", async () => {
    const email = address();
    await invited(email);
    expect(await inviteMember(later(admin, 7 * 24), { email, roles: ["door"] })).toMatchObject({ ok: true });
  });
});

describe("accepting", () => {
  it("gives a new person an account with its address confirmed, a session, and the place", async () => {
    const { token, email } = await invited(address(), ["coordinator"]);
    const done = await acceptInvitation(asGuest(world), { token, ...newcomer });
    expect(done).toMatchObject({ ok: true, value: { organizationId: here.id } });
    expect(done.ok && done.value.cookies.join()).toContain("session=");
    expect(await membersWith(email)).toEqual([{ roles: ["coordinator"], email_verified: true, name: newcomer.name }]);
    const trail = await world.owner
      .selectFrom("audit_entry")
      .select(["actor_name", "actor_kind", "after"])
      .where("organization_id", "=", here.id)
      .where("action", "=", "member.joined")
      .execute();
    expect(trail).toMatchObject([{ actor_name: newcomer.name, actor_kind: "user", after: { email } }]);
  });

  it("asks a new person for name and password, and for one that is not easy to guess", async () => {
    const { token } = await invited(address());
    await expect(acceptInvitation(asGuest(world), { token, ...asSignedIn })).rejects.toMatchObject({
      issues: [
        { path: "name", code: "required" },
        { path: "password", code: "required" },
      ],
    });
    const easy = { ...newcomer, password: "password123" };
    await expect(acceptInvitation(asGuest(world), { token, ...easy })).rejects.toMatchObject({
      issues: [{ path: "password", code: "weak_password" }],
    });
  });

  it("gives somebody signed in with the address their place, and nobody else", async () => {
    const guest = await asPerson(world);
    const { token } = await invited(guest.actor.email);
    const stranger = await asPerson(world);
    expect(await acceptInvitation(stranger, { token, ...asSignedIn })).toEqual({
      ok: false,
      refusal: { code: "other_email", email: stranger.actor.email },
    });
    expect(await acceptInvitation(guest, { token, ...asSignedIn })).toMatchObject({ ok: true, value: { cookies: [] } });
    expect(await membersWith(guest.actor.email)).toHaveLength(1);
  });

  it("sends somebody who has an account to sign in, without touching the account", async () => {
    const person = await newPerson(world, "Ya Registrada");
    const { token } = await invited(person.email);
    expect(await invitationOfLink(asGuest(world), token)).toMatchObject({ hasAccount: true });
    expect(await acceptInvitation(asGuest(world), { token, ...newcomer })).toMatchObject({
      refusal: { code: "account_exists" },
    });
    expect(await membersWith(person.email)).toEqual([]);
  });

  it("refuses links that are unknown, revoked, expired or used", async () => {
    const guest = asGuest(world);
    const why = async (token: string, ctx = guest) => {
      const done = await acceptInvitation(ctx, { token, ...newcomer });
      return done.ok ? null : done.refusal.code;
    };
    expect(await why(newSecret())).toBe("invitation_unknown");
    const revoked = await invited(address());
    await revokeInvitation(admin, { invitationId: revoked.invitationId });
    expect(await why(revoked.token)).toBe("invitation_revoked");
    const used = await invited(address());
    expect(await why(used.token, later(guest, 7 * 24 - 1))).toBeNull();
    expect(await why(used.token)).toBe("invitation_accepted");
    const expired = await invited(address());
    expect(await why(expired.token, later(guest, 7 * 24))).toBe("invitation_expired");
    const orphaned = await invited(address());
    await world.owner.updateTable("organization").set({ closed_at: new Date() }).where("id", "=", here.id).execute();
    expect(await why(orphaned.token)).toBe("invitation_unknown");
    expect(await invitationOfLink(guest, orphaned.token)).toBeNull();
  });

  it("makes one membership of eight answers at once", async () => {
    const { token, email } = await invited(address());
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => acceptInvitation(asGuest(world), { token, ...newcomer })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((it) => !it.ok && it.refusal.code === "invitation_accepted")).toHaveLength(7);
    expect(await membersWith(email)).toHaveLength(1);
  });

  it("tells a member who is invited again under their new address that they are in already", async () => {
    const member = await asMember(world, here, "door");
    const { token, invitationId } = await invited(address());
    await world.owner
      .updateTable("invitation")
      .set({ email: member.actor.email })
      .where("id", "=", invitationId)
      .execute();
    expect(await acceptInvitation(member, { token, ...asSignedIn })).toMatchObject({
      refusal: { code: "already_member" },
    });
  });
});

describe("sending again and taking back", () => {
  it("kills the first link, and the second is good for seven days from then", async () => {
    const first = await invited(address());
    const day6 = later(admin, 6 * 24);
    expect(await resendInvitation(day6, { invitationId: first.invitationId })).toMatchObject({ ok: true });
    const second = await tokenOf(first.invitationId);
    expect(second).not.toBe(first.token);
    const day12 = later(asGuest(world), 12 * 24);
    expect(await acceptInvitation(day12, { token: first.token, ...newcomer })).toMatchObject({
      refusal: { code: "invitation_unknown" },
    });
    expect(await acceptInvitation(day12, { token: second, ...newcomer })).toMatchObject({ ok: true });
    expect(await resendInvitation(day6, first)).toMatchObject({ refusal: { code: "invitation_accepted" } });
    expect(await revokeInvitation(day6, first)).toMatchObject({ refusal: { code: "invitation_accepted" } });
  });

  it("is refused after it was taken back", async () => {
    const first = await invited(address());
    expect(await revokeInvitation(admin, first)).toMatchObject({ ok: true });
    expect(await revokeInvitation(admin, first)).toMatchObject({ refusal: { code: "invitation_revoked" } });
    expect(await resendInvitation(admin, first)).toMatchObject({ refusal: { code: "invitation_revoked" } });
    expect(await listInvitations(admin)).toEqual([]);
  });

  it("slows down who sends the same one again and again", async () => {
    const first = await invited(address());
    for (let times = 0; times < 5; times++) await resendInvitation(admin, first);
    await expect(resendInvitation(admin, first)).rejects.toMatchObject({ code: "too_many_requests" });
  });

  it("does not know the invitations of another organization", async () => {
    const first = await invited(address());
    const stranger = await asMember(world, await newOrganization(world), "owner");
    await expect(resendInvitation(stranger, first)).rejects.toThrow("invitation not found");
    await expect(revokeInvitation(stranger, first)).rejects.toThrow("invitation not found");
    expect(await listInvitations(stranger)).toEqual([]);
    expect(await invitationOfLink(ctxOf(world, stranger.actor), first.token)).toMatchObject({ state: "open" });
  });
});
