import { sql } from "kysely";
import { type Role, roles, type UserActor } from "@/kernel/actor";
import { readCookie } from "@/kernel/cookie";
import { hashSecret } from "@/kernel/secret";
import { fromDate, type Temporal, toDate } from "@/kernel/time";
import { config } from "@/platform/config";
import { asUnavailable } from "@/platform/db";
import type { Ctx } from "@/platform/transaction";
import { isDueForSliding, sessionCookie, sessionExpiry } from "./rules";

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
