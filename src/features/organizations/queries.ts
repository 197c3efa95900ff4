import { sql } from "kysely";
import { authorize, authorizeAnyone, authorizePerson } from "@/features/identity/authorize";
import { listVenues } from "@/features/venues/queries";
import type { Role } from "@/kernel/actor";
import { NotFound } from "@/kernel/errors";
import { type Ctx, inOrganization, reading, type Tx } from "@/platform/transaction";
import { type InvitationState, invitationState, type SetUpProgress } from "./rules";
import {
  type ExportedRow,
  exportedPeople,
  exportedRows,
  findInvitationOfSecret,
  knownRoles,
  tenantTables,
} from "./store";

export type OwnOrganization = { id: string; name: string; slug: string; roles: Role[]; logoFileId: string | null };

/** The organizations that the signed-in person belongs to, by name; closed ones are not among them. */
export async function listOwnOrganizations(ctx: Ctx): Promise<OwnOrganization[]> {
  authorizePerson(ctx, "account.manage");
  const { userId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom("member")
      .innerJoin("organization", "organization.id", "member.organization_id")
      .select([
        "organization.id",
        "organization.name",
        "organization.slug",
        "organization.logo_file_id",
        "member.roles",
      ])
      .where("member.user_id", "=", userId)
      .where("organization.closed_at", "is", null)
      .orderBy("organization.name")
      .execute();
    return rows.map(({ logo_file_id: logoFileId, ...row }) => ({ ...row, logoFileId, roles: knownRoles(row.roles) }));
  });
}

export type OrganizationProfile = {
  id: string;
  name: string;
  slug: string;
  country: string;
  timeZone: string;
  currency: string;
  logoFileId: string | null;
  createdAt: Date;
};

/** The profile of the organization that the actor acts in. */
export async function getOrganization(ctx: Ctx): Promise<OrganizationProfile> {
  authorize(ctx, "organization.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom("organization")
      .select(["id", "name", "slug", "country", "time_zone", "currency", "logo_file_id", "created_at"])
      .where("id", "=", organizationId)
      .executeTakeFirst();
    if (!row) throw new NotFound("organization");
    const { time_zone: timeZone, logo_file_id: logoFileId, created_at: createdAt, ...profile } = row;
    return { ...profile, timeZone, logoFileId, createdAt };
  });
}

/** How far the wizard has come: what there is of what it makes. */
export async function setUpProgress(ctx: Ctx): Promise<Exclude<SetUpProgress, null>> {
  authorize(ctx, "organization.read");
  const venues = await listVenues(ctx);
  return {
    venues: venues.length,
    spaces: venues.reduce((sum, venue) => sum + venue.spaces.length, 0),
    shifts: venues.reduce((sum, venue) => sum + venue.shifts.length, 0),
  };
}

export type MemberRow = {
  id: string;
  userId: string;
  name: string;
  email: string;
  roles: Role[];
  venueIds: string[] | null;
  twoFactorEnabled: boolean;
  lastSeenAt: Date | null;
  since: Date;
};

export type MembersAsked = { q?: string; limit?: number };

/**
 * The members of the organization by name, or those whose name or address has `q` in it, whatever its accents. One
 * statement without a cursor: an organization has tens of members, not thousands.
 */
export async function listMembers(ctx: Ctx, asked: MembersAsked = {}): Promise<{ items: MemberRow[] }> {
  authorize(ctx, "member.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom("member")
      .innerJoin("app_user", "app_user.id", "member.user_id")
      .select([
        "member.id",
        "member.user_id as userId",
        "app_user.name",
        "app_user.email",
        "member.roles",
        "member.venue_ids as venueIds",
        "app_user.two_factor_enabled as twoFactorEnabled",
        "member.last_seen_at as lastSeenAt",
        "member.created_at as since",
      ])
      .where("member.organization_id", "=", organizationId)
      .$if(Boolean(asked.q), (query) =>
        query.where(sql<boolean>`position(search_key(${asked.q}) in search_key(name || ' ' || email)) > 0`),
      )
      .orderBy("app_user.name")
      .orderBy("member.id")
      .limit(asked.limit ?? 1_000)
      .execute();
    return { items: rows.map((row) => ({ ...row, roles: knownRoles(row.roles) })) };
  });
}

export type InvitationRow = {
  id: string;
  email: string;
  roles: Role[];
  venueIds: string[] | null;
  state: InvitationState;
  sentAt: Date;
  expiresAt: Date;
};

/** The invitations that still wait for an answer, the newest first: open ones and expired ones, which can be resent. */
export async function listInvitations(ctx: Ctx): Promise<InvitationRow[]> {
  authorize(ctx, "member.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom("invitation")
      .select(["id", "email", "roles", "venue_ids as venueIds", "sent_at as sentAt", "expires_at as expiresAt"])
      .where("organization_id", "=", organizationId)
      .where("accepted_at", "is", null)
      .where("revoked_at", "is", null)
      .orderBy("created_at", "desc")
      .execute();
    return rows.map((row) => ({
      ...row,
      roles: knownRoles(row.roles),
      state: invitationState({ acceptedAt: null, revokedAt: null, expiresAt: row.expiresAt }, ctx.now),
    }));
  });
}

export type ShownInvitation = {
  organizationName: string;
  email: string;
  roles: Role[];
  state: InvitationState;
  hasAccount: boolean;
};

/** What the holder of an invitation's link sees before they answer; null for a link that leads to none. */
export async function invitationOfLink(ctx: Ctx, secret: string): Promise<ShownInvitation | null> {
  authorizeAnyone(ctx);
  return reading(ctx, async (tx) => {
    const found = await findInvitationOfSecret(tx, secret);
    if (!found) return null;
    const invitation = await inOrganization(tx, found.organization_id, (there) => readInvitation(there, found));
    if (!invitation) return null;
    const account = await tx.db
      .selectFrom("app_user")
      .select("id")
      .where("email", "=", invitation.email)
      .where("email_verified", "=", true)
      .executeTakeFirst();
    return {
      organizationName: invitation.organizationName,
      email: invitation.email,
      roles: knownRoles(invitation.roles),
      state: invitationState(invitation, ctx.now),
      hasAccount: account !== undefined,
    };
  });
}

function readInvitation(tx: Tx, found: { id: string; organization_id: string }) {
  return tx.db
    .selectFrom("invitation")
    .innerJoin("organization", "organization.id", "invitation.organization_id")
    .select([
      "organization.name as organizationName",
      "invitation.email",
      "invitation.roles",
      "invitation.accepted_at as acceptedAt",
      "invitation.revoked_at as revokedAt",
      "invitation.expires_at as expiresAt",
    ])
    .where("invitation.organization_id", "=", found.organization_id)
    .where("invitation.id", "=", found.id)
    .where("organization.closed_at", "is", null)
    .executeTakeFirst();
}

/**
 * Everything the organization has, as one JSON document in pieces: its profile, its people, and each tenant table row by
 * row. Short transactions, 500 rows each, so that a slow download holds nothing; hashes and other secrets stay here.
 */
export async function* exportedOrganization(ctx: Ctx): AsyncGenerator<string> {
  authorize(ctx, "organization.export");
  const organization = await getOrganization(ctx);
  const people = await reading(ctx, (tx) => exportedPeople(tx, organization.id));
  yield `{"organization":${JSON.stringify(organization)},"people":${JSON.stringify(people)},"tables":{`;
  const tables = await reading(ctx, tenantTables);
  for (const [index, table] of tables.entries()) {
    yield `${index > 0 ? "," : ""}${JSON.stringify(table.name)}:[`;
    let after: string[] | null = null;
    do {
      const page: ExportedRow[] = await reading(ctx, (tx) => exportedRows(tx, organization.id, table, after));
      if (page.length > 0) yield (after ? "," : "") + page.map(({ row }) => row).join(",");
      after = page.at(-1)?.key ?? null;
    } while (after !== null);
    yield "]";
  }
  yield "}}";
}
