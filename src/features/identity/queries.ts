import { generateAuthenticationOptions, type PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { sql } from "kysely";
import { type Role, roles, type UserActor } from "@/kernel/actor";
import { readCookie } from "@/kernel/cookie";
import { hashSecret } from "@/kernel/secret";
import { fromDate, type Temporal, toDate } from "@/kernel/time";
import { base32, totpUri } from "@/kernel/totp";
import { config } from "@/platform/config";
import { asUnavailable } from "@/platform/db";
import { newChallenge, relyingParty } from "@/platform/passkey-challenge";
import { unseal } from "@/platform/sealed";
import { type Ctx, reading } from "@/platform/transaction";
import { authorizeAnyone, authorizePerson } from "./authorize";
import { confirmedUntil, deviceOf, grouped, isDueForSliding, sessionCookie, sessionExpiry } from "./rules";

/** Who is signed in, and what every page needs of them. `organization` is the place they act in, if they have one. */
export type Visitor = {
  actor: UserActor;
  locale: "es" | "en";
  theme: string;
  organization: {
    id: string;
    name: string;
    slug: string;
    country: string;
    timeZone: string;
    currency: string;
    setUpAt: Temporal.Instant | null;
    logoFileId: string | null;
  } | null;
};

/**
 * The person whose session cookie is in the header, or null. Called on every request: one round trip, and a second
 * one every five minutes at most, to move the end of the session forward.
 */
export async function actorOfSession(guestCtx: Ctx, cookieHeader: string | null): Promise<Visitor | null> {
  const token = readCookie(cookieHeader, sessionCookie, config().baseUrl.startsWith("https:"));
  if (token === null) return null;
  try {
    const row = await findSession(guestCtx, hashSecret(token));
    if (!row) return null;
    await slide(guestCtx, row);
    return visitorOf(row);
  } catch (error) {
    throw asUnavailable(error);
  }
}

/**
 * Until when the person need not show their password or passkey again for what is sensitive; null when they must now.
 * Ten minutes from the last time, in this session only.
 */
export async function identityConfirmedUntil(ctx: Ctx): Promise<Temporal.Instant | null> {
  authorizePerson(ctx, "account.manage");
  const { sessionId, userId } = ctx.actor;
  const session = await reading(ctx, (tx) =>
    tx.db
      .selectFrom("session")
      .select("authenticated_at")
      .where("id", "=", sessionId)
      .where("user_id", "=", userId)
      .executeTakeFirst(),
  );
  const until = session ? confirmedUntil(fromDate(session.authenticated_at)) : null;
  return until && until.epochMilliseconds > ctx.now.epochMilliseconds ? until : null;
}

/** Whether a sensitive deed may go on: the verb refuses with `confirm_identity` otherwise. */
export async function hasConfirmedIdentity(ctx: Ctx): Promise<boolean> {
  authorizePerson(ctx, "account.manage");
  return (await identityConfirmedUntil(ctx)) !== null;
}

/** What the browser needs to ask for a passkey of any account here (WebAuthn 3). Good once, for five minutes. */
export async function passkeySignInOptions(ctx: Ctx): Promise<PublicKeyCredentialRequestOptionsJSON> {
  authorizeAnyone(ctx);
  const { rpID } = relyingParty();
  const challenge = newChallenge("sign-in", ctx.now);
  return generateAuthenticationOptions({ rpID, challenge, userVerification: "required" });
}

/** The app's secret while it waits for its first code, to be shown as a QR code and to be typed; null when none waits. */
export async function pendingTwoFactor(ctx: Ctx): Promise<{ uri: string; secret: string } | null> {
  authorizePerson(ctx, "account.manage");
  const { userId, email } = ctx.actor;
  if (!(await hasConfirmedIdentity(ctx))) return null;
  const held = await reading(ctx, (tx) =>
    tx.db
      .selectFrom("two_factor")
      .select("sealed_secret")
      .where("user_id", "=", userId)
      .where("confirmed_at", "is", null)
      .executeTakeFirst(),
  );
  if (!held) return null;
  const secret = Buffer.from(unseal(held.sealed_secret), "base64url");
  return { uri: totpUri(secret, relyingParty().rpName, email), secret: grouped(base32(secret)) };
}

export type Security = {
  passwordChangedAt: Temporal.Instant | null;
  twoFactorSince: Temporal.Instant | null;
  recoveryCodesLeft: number;
  passkeys: {
    id: string;
    name: string;
    createdAt: Temporal.Instant;
    lastUsedAt: Temporal.Instant | null;
    backedUp: boolean;
  }[];
};

/** How the person's account is protected. */
export async function accountSecurity(ctx: Ctx): Promise<Security> {
  authorizePerson(ctx, "account.manage");
  const { userId } = ctx.actor;
  return reading(ctx, async ({ db }) => {
    const credential = await db
      .selectFrom("credential")
      .select("updated_at")
      .where("user_id", "=", userId)
      .executeTakeFirst();
    const app = await db
      .selectFrom("two_factor")
      .select("confirmed_at")
      .where("user_id", "=", userId)
      .executeTakeFirst();
    const codes = await db
      .selectFrom("recovery_code")
      .select((eb) => eb.fn.countAll<bigint>().as("left"))
      .where("user_id", "=", userId)
      .where("used_at", "is", null)
      .executeTakeFirst();
    const passkeys = await db
      .selectFrom("passkey")
      .select(["id", "name", "created_at", "last_used_at", "backed_up"])
      .where("user_id", "=", userId)
      .orderBy("created_at")
      .execute();
    return {
      passwordChangedAt: credential ? fromDate(credential.updated_at) : null,
      twoFactorSince: app?.confirmed_at ? fromDate(app.confirmed_at) : null,
      recoveryCodesLeft: Number(codes?.left ?? 0),
      passkeys: passkeys.map(({ id, name, created_at, last_used_at, backed_up }) => ({
        id,
        name,
        createdAt: fromDate(created_at),
        lastUsedAt: last_used_at && fromDate(last_used_at),
        backedUp: backed_up,
      })),
    };
  });
}

export type OpenSession = {
  id: string;
  isThisOne: boolean;
  browser: string | null;
  system: string | null;
  ip: string | null;
  lastSeenAt: Temporal.Instant;
  startedAt: Temporal.Instant;
};

/** Where the person is signed in: this session first, then by when they were last seen. */
export async function listSessions(ctx: Ctx): Promise<OpenSession[]> {
  authorizePerson(ctx, "account.manage");
  const { userId, sessionId } = ctx.actor;
  const rows = await reading(ctx, (tx) =>
    tx.db
      .selectFrom("session")
      .select(["id", "ip_address", "user_agent", "last_seen_at", "created_at"])
      .where("user_id", "=", userId)
      .where("expires_at", ">", toDate(ctx.now))
      .orderBy("last_seen_at", "desc")
      .execute(),
  );
  const sessions = rows.map((row) => ({
    id: row.id,
    isThisOne: row.id === sessionId,
    ...deviceOf(row.user_agent),
    ip: row.ip_address,
    lastSeenAt: fromDate(row.last_seen_at),
    startedAt: fromDate(row.created_at),
  }));
  return sessions.sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

export type Place = { id: string; name: string; roles: Role[] };

/** The organizations that the person belongs to, by name: for the switcher and for what is deleted with the account. */
export async function listOwnPlaces(ctx: Ctx): Promise<Place[]> {
  authorizePerson(ctx, "account.manage");
  const { userId } = ctx.actor;
  const rows = await reading(ctx, (tx) =>
    tx.db
      .selectFrom("member")
      .innerJoin("organization", "organization.id", "member.organization_id")
      .select(["organization.id", "organization.name", "member.roles"])
      .where("member.user_id", "=", userId)
      .orderBy("organization.name")
      .execute(),
  );
  return rows.map((row) => ({ ...row, roles: row.roles.filter(isRole) }));
}

type SessionRow = {
  session_id: string;
  user_id: string;
  user_name: string;
  email: string;
  locale: string;
  theme: string;
  last_seen_at: Date;
  session_created_at: Date;
  member_id: string | null;
  roles: string[] | null;
  venue_ids: string[] | null;
  organization_id: string | null;
  organization_name: string;
  slug: string;
  country: string;
  time_zone: string;
  currency: string;
  set_up_at: Date | null;
  logo_file_id: string | null;
};

async function findSession(ctx: Ctx, tokenHash: string): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`select * from session_actor(${tokenHash}, ${toDate(ctx.now)})`.execute(ctx.db);
  return rows[0];
}

async function slide(ctx: Ctx, row: SessionRow): Promise<void> {
  if (!isDueForSliding(fromDate(row.last_seen_at), ctx.now)) return;
  await ctx.db
    .updateTable("session")
    .set({
      last_seen_at: toDate(ctx.now),
      ip_address: ctx.origin.ip,
      expires_at: toDate(sessionExpiry(fromDate(row.session_created_at), ctx.now)),
    })
    .where("id", "=", row.session_id)
    .execute();
}

function visitorOf(row: SessionRow): Visitor {
  return {
    actor: {
      kind: "user",
      userId: row.user_id,
      sessionId: row.session_id,
      name: row.user_name,
      email: row.email,
      organizationId: row.organization_id,
      memberId: row.member_id,
      roles: (row.roles ?? []).filter(isRole),
      venueIds: row.venue_ids,
    },
    locale: row.locale === "en" ? "en" : "es",
    theme: row.theme,
    organization: row.organization_id === null ? null : organizationOf(row, row.organization_id),
  };
}

function organizationOf(row: SessionRow, id: string) {
  return {
    id,
    name: row.organization_name,
    slug: row.slug,
    country: row.country,
    timeZone: row.time_zone,
    currency: row.currency,
    setUpAt: row.set_up_at && fromDate(row.set_up_at),
    logoFileId: row.logo_file_id,
  };
}

function isRole(name: string): name is Role {
  return roles.some((role) => role === name);
}
