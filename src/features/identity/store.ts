import type { UserActor } from "@/kernel/actor";
import { readCookie, setCookie } from "@/kernel/cookie";
import { Unauthenticated } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { hashSecret, newSecret } from "@/kernel/secret";
import { fromDate, type Temporal, toDate } from "@/kernel/time";
import { config } from "@/platform/config";
import { languageOf, localeFor } from "@/platform/i18n";
import { seal, unseal } from "@/platform/sealed";
import { asPerson, type Tx } from "@/platform/transaction";
import { queueAccountMessage } from "../messages/queue-account-message";
import { deviceName, secondStepCookie, sessionCookie, sessionCookieSeconds, sessionExpiry } from "./rules";

export type Person = {
  id: string;
  name: string;
  email: string;
  locale: string;
  emailVerified: boolean;
  twoFactorEnabled: boolean;
  createdAt: Temporal.Instant;
};

/** The person with this id or address, or null. */
export async function findPerson(tx: Tx, by: { id: string } | { email: string }): Promise<Person | null> {
  const row = await tx.db
    .selectFrom("app_user")
    .select(["id", "name", "email", "locale", "email_verified", "two_factor_enabled", "created_at"])
    .where((eb) => ("id" in by ? eb("id", "=", by.id) : eb("email", "=", by.email)))
    .executeTakeFirst();
  if (!row) return null;
  const { email_verified: emailVerified, two_factor_enabled: twoFactorEnabled, created_at, ...person } = row;
  return { ...person, emailVerified, twoFactorEnabled, createdAt: fromDate(created_at) };
}

/** The account of whoever is signed in. Throws `Unauthenticated` when it was deleted meanwhile. */
export async function theirOwn(tx: Tx, actor: UserActor): Promise<Person> {
  const person = await findPerson(tx, { id: actor.userId });
  if (!person) throw new Unauthenticated();
  return person;
}

/** The transaction as the person's own, once they have shown who they are: the trail then names them. */
export function as(tx: Tx, person: Person, sessionId: string): Tx & { actor: UserActor } {
  const { id: userId, name, email } = person;
  const nowhere = { organizationId: null, memberId: null, roles: [], venueIds: null };
  return { ...tx, actor: { kind: "user", userId, sessionId, name, email, ...nowhere } };
}

/** Under which name the trail knows an account. */
export function accountOf(person: { id: string; name: string }) {
  return { type: "account", id: person.id, name: person.name };
}

/** Opens a session in the place where the person was last. The token is in the cookie that comes back, and nowhere else. */
export async function startSession(tx: Tx, userId: string): Promise<{ sessionId: string; cookies: string[] }> {
  const sessionId = newId<"session">();
  const token = newSecret();
  const last = await tx.db
    .selectFrom("session")
    .select("active_organization_id")
    .where("user_id", "=", userId)
    .orderBy("last_seen_at", "desc")
    .limit(1)
    .executeTakeFirst();
  await tx.db
    .insertInto("session")
    .values({
      id: sessionId,
      user_id: userId,
      token_hash: hashSecret(token),
      active_organization_id: last?.active_organization_id ?? null,
      ip_address: tx.origin.ip,
      user_agent: tx.origin.userAgent,
      authenticated_at: toDate(tx.now),
      last_seen_at: toDate(tx.now),
      created_at: toDate(tx.now),
      expires_at: toDate(sessionExpiry(tx.now, tx.now)),
    })
    .execute();
  return { sessionId, cookies: [cookie(sessionCookie, token, sessionCookieSeconds)] };
}

/** Gives the session a new token, so that one that was seen before the deed is worth nothing after it. */
export async function renewSession(
  tx: Tx,
  sessionId: string,
  change: { authenticated?: boolean } = {},
): Promise<string[]> {
  const token = newSecret();
  await tx.db
    .updateTable("session")
    .set({ token_hash: hashSecret(token), ...(change.authenticated ? { authenticated_at: toDate(tx.now) } : {}) })
    .where("id", "=", sessionId)
    .execute();
  return [cookie(sessionCookie, token, sessionCookieSeconds)];
}

/** Ends the session whose cookie is in the header: a browser that signs in keeps no earlier one. */
export async function endSessionOf(tx: Tx, cookieHeader: string | null): Promise<void> {
  const token = read(cookieHeader, sessionCookie);
  if (token !== null) await tx.db.deleteFrom("session").where("token_hash", "=", hashSecret(token)).execute();
}

/** Ends every session of the person, but for one. */
export async function endSessions(tx: Tx, userId: string, except: string | null = null): Promise<void> {
  await tx.db
    .deleteFrom("session")
    .where("user_id", "=", userId)
    .$if(except !== null, (query) => query.where("id", "!=", except))
    .execute();
}

export type Purpose = "verify_email" | "reset_password" | "change_email" | "two_factor";

/** Makes the secret of a link or cookie that can be used once; earlier links for the same purpose stop working. */
export async function issueSecret(
  tx: Tx,
  purpose: Purpose,
  userId: string,
  minutes: number,
  newEmail?: string,
): Promise<string> {
  const secret = newSecret();
  // Somebody who has the password only must not be able to end the owner's own second step.
  if (purpose !== "two_factor") {
    await tx.db.deleteFrom("verification").where("user_id", "=", userId).where("purpose", "=", purpose).execute();
  }
  await tx.db
    .insertInto("verification")
    .values({
      id: newId(),
      user_id: userId,
      purpose,
      token_hash: hashSecret(secret),
      new_email: newEmail ?? null,
      created_at: toDate(tx.now),
      expires_at: toDate(tx.now.add({ minutes })),
    })
    .execute();
  return secret;
}

export type HeldSecret = { id: string; userId: string; newEmail: string | null };

/** Whose secret it is, while it is good. */
export async function findSecret(tx: Tx, purpose: Purpose, secret: string): Promise<HeldSecret | null> {
  return heldSecret(await secretQuery(tx, purpose, secret).executeTakeFirst());
}

/** The same, locked until the transaction ends, so that two requests with one secret take turns. */
export async function lockSecret(tx: Tx, purpose: Purpose, secret: string): Promise<HeldSecret | null> {
  return heldSecret(await secretQuery(tx, purpose, secret).forUpdate().executeTakeFirst());
}

function secretQuery(tx: Tx, purpose: Purpose, secret: string) {
  return tx.db
    .selectFrom("verification")
    .select(["id", "user_id", "new_email"])
    .where("token_hash", "=", hashSecret(secret))
    .where("purpose", "=", purpose)
    .where("expires_at", ">", toDate(tx.now));
}

function heldSecret(
  row: { id: string; user_id: string | null; new_email: string | null } | undefined,
): HeldSecret | null {
  return row?.user_id ? { id: row.id, userId: row.user_id, newEmail: row.new_email } : null;
}

/** From here on the secret is used up. */
export async function useUpSecret(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom("verification").where("id", "=", id).execute();
}

/** The cookie that stands for a password that was right, while the second step is missing. */
export function secondStepCookies(secret: string | null): string[] {
  return [cookie(secondStepCookie, secret ?? "", secret === null ? 0 : 15 * 60)];
}

/** Reads one of our cookies. */
export function read(cookieHeader: string | null, name: string): string | null {
  return readCookie(cookieHeader, name, isHttps());
}

/** Takes the session's cookie away. */
export function noSessionCookies(): string[] {
  return [cookie(sessionCookie, "", 0)];
}

/** The id that this device has for the account, if the person has signed in from it before. Sealed: nobody can make one. */
export function knownDevice(cookieHeader: string | null, userId: string): string | null {
  const sealed = read(cookieHeader, deviceCookieName(userId));
  if (sealed === null) return null;
  try {
    const [purpose, owner, deviceId] = unseal(sealed).split(":");
    return purpose === "device" && owner === userId ? (deviceId ?? null) : null;
  } catch {
    return null;
  }
}

/** Lets the device be known by the account for a year from now. */
export function deviceCookies(cookieHeader: string | null, userId: string): string[] {
  const deviceId = knownDevice(cookieHeader, userId) ?? newId<"device">();
  return [cookie(deviceCookieName(userId), seal(`device:${userId}:${deviceId}`), 365 * 86_400)];
}

/** To whom and how a mail about the account is written: in their language, as their organization's country writes it. */
export async function recipientOf(tx: Tx, person: Person) {
  const home = await asPerson(tx, person.id, (own) =>
    own.db
      .selectFrom("member")
      .innerJoin("organization", "organization.id", "member.organization_id")
      .select(["organization.country", "organization.time_zone"])
      .where("member.user_id", "=", person.id)
      .orderBy("member.created_at")
      .limit(1)
      .executeTakeFirst(),
  );
  return {
    to: {
      address: person.email,
      name: person.name,
      locale: localeFor(languageOf(person.locale), home?.country ?? null),
    },
    occasion: {
      at: tx.now,
      timeZone: home?.time_zone ?? "America/Mexico_City",
      device: deviceName(tx.origin.userAgent),
      ip: tx.origin.ip,
      link: linkTo("/account/security"),
    },
  };
}

type OwnersMail =
  | "password-changed"
  | "new-sign-in"
  | "two-factor-enabled"
  | "two-factor-disabled"
  | "passkey-added"
  | "passkey-removed";

/** Tells the owner of the account what was done with it, so that they notice when it was not them. */
export async function tellOwner(tx: Tx, person: Person, template: OwnersMail): Promise<void> {
  const { to, occasion } = await recipientOf(tx, person);
  const link = linkTo(template === "new-sign-in" ? "/account/sessions" : "/account/security");
  await queueAccountMessage(tx, { template, to, params: { ...occasion, link } });
}

/** A page of ours, for a mail. */
export function linkTo(path: string, token?: string): string {
  return `${config().baseUrl}${path}${token ? `?token=${token}` : ""}`;
}

function deviceCookieName(userId: string): string {
  return `device-${hashSecret(userId).slice(0, 12)}`;
}

function cookie(name: string, value: string, maxAge: number): string {
  return setCookie({ name, value, maxAge, secure: isHttps() });
}

function isHttps(): boolean {
  return config().baseUrl.startsWith("https:");
}
