import { sql } from "kysely";
import { queueMessage } from "@/features/messages/queue-message";
import { type Actor, type Role, roles } from "@/kernel/actor";
import { NotFound } from "@/kernel/errors";
import { hashSecret } from "@/kernel/secret";
import { config } from "@/platform/config";
import { languageOf, localeFor } from "@/platform/i18n";
import { holdingSecret, type Tx } from "@/platform/transaction";
import { type Authority, invitationDays } from "./rules";

/** Locks the organization: who has which place is decided by one transaction at a time. */
export async function lockOrganization(tx: Tx, organizationId: string) {
  const organization = await tx.db
    .selectFrom("organization")
    .select(["id", "name", "country", "time_zone", "currency", "set_up_at", "closed_at", "logo_file_id"])
    .where("id", "=", organizationId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!organization) throw new NotFound("organization");
  return organization;
}

/** A member with the person's name and address, or `NotFound`. Call `lockOrganization` first. */
export async function findMember(tx: Tx, organizationId: string, memberId: string) {
  const member = await tx.db
    .selectFrom("member")
    .innerJoin("app_user", "app_user.id", "member.user_id")
    .select(["member.id", "member.user_id", "member.roles", "member.venue_ids", "app_user.name", "app_user.email"])
    .where("member.organization_id", "=", organizationId)
    .where("member.id", "=", memberId)
    .executeTakeFirst();
  if (!member) throw new NotFound("member");
  return { ...member, roles: knownRoles(member.roles) };
}

/** How many owners the organization has. Exact only under `lockOrganization`. */
export async function countOwners(tx: Tx, organizationId: string): Promise<number> {
  const { owners } = await tx.db
    .selectFrom("member")
    .select((eb) => eb.fn.countAll<bigint>().as("owners"))
    .where("organization_id", "=", organizationId)
    .where(sql<boolean>`'owner' = any(roles)`)
    .executeTakeFirstOrThrow();
  return Number(owners);
}

/** Throws `NotFound` when one of the venues that a place is limited to is not the organization's. */
export async function checkVenues(tx: Tx, organizationId: string, venueIds: readonly string[] | null): Promise<void> {
  if (venueIds === null) return;
  const found = await tx.db
    .selectFrom("venue")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "in", [...venueIds])
    .execute();
  if (found.length < new Set(venueIds).size) throw new NotFound("venue");
}

/** Takes the place away. */
export async function deleteMember(tx: Tx, organizationId: string, memberId: string): Promise<void> {
  await tx.db.deleteFrom("member").where("organization_id", "=", organizationId).where("id", "=", memberId).execute();
}

/** Locks an invitation, or throws `NotFound`. */
export async function lockInvitation(tx: Tx, organizationId: string, invitationId: string) {
  const invitation = await tx.db
    .selectFrom("invitation")
    .select([
      "id",
      "email",
      "roles",
      "venue_ids as venueIds",
      "expires_at as expiresAt",
      "accepted_at as acceptedAt",
      "revoked_at as revokedAt",
    ])
    .where("organization_id", "=", organizationId)
    .where("id", "=", invitationId)
    .forUpdate()
    .executeTakeFirst();
  if (!invitation) throw new NotFound("invitation");
  return { ...invitation, roles: knownRoles(invitation.roles) };
}

/** The invitation whose link this is, whatever its organization; null for a link that leads to none. */
export async function findInvitationOfSecret(tx: Tx, secret: string) {
  const hash = hashSecret(secret);
  await holdingSecret(tx, hash);
  const found = await tx.db
    .selectFrom("invitation")
    .select(["id", "organization_id"])
    .where("token_hash", "=", hash)
    .executeTakeFirst();
  return found ?? null;
}

/** Mails the secret link to the invited, in their own language if they are known, else in the inviter's. */
export async function mailInvitation(
  tx: Tx,
  organizationId: string,
  invitation: { id: string; email: string; secret: string },
): Promise<void> {
  const { country } = await tx.db
    .selectFrom("organization")
    .select("country")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const inviterId = tx.actor.kind === "user" ? tx.actor.userId : null;
  const people = await tx.db
    .selectFrom("app_user")
    .select(["id", "email", "locale"])
    .where((eb) => eb.or([eb("email", "=", invitation.email), ...(inviterId ? [eb("id", "=", inviterId)] : [])]))
    .execute();
  const reader = people.find(({ email }) => email === invitation.email) ?? people[0];
  await queueMessage(tx, {
    template: "invitation",
    to: { address: invitation.email, name: null, locale: localeFor(languageOf(reader?.locale ?? "es"), country) },
    params: {
      link: `${config().baseUrl}/invitation/${invitation.secret}`,
      inviter: nameOf(tx.actor),
      days: invitationDays,
    },
    about: { type: "invitation", id: invitation.id },
  });
}

/** What the actor may give and take. Keys have no roles; what they may do at all is in their scopes. */
export function authorityOf(actor: Actor): Authority {
  if (actor.kind === "user") return { memberId: actor.memberId, roles: actor.roles, venueIds: actor.venueIds };
  return { memberId: null, roles: [], venueIds: "venueIds" in actor ? actor.venueIds : null };
}

/** The names that are roles; the database holds no others. */
export function knownRoles(names: readonly string[]): Role[] {
  return roles.filter((role) => names.includes(role));
}

function nameOf(actor: Actor): string {
  return "name" in actor ? actor.name : actor.kind;
}

/** A table with `organization_id`; `key` are the other columns of its primary key, with their types. */
export type TenantTable = { name: string; key: { name: string; type: string }[] };

/** The tables of which an organization takes its rows along. What a repeated request was answered is nobody's record. */
export async function tenantTables(tx: Tx): Promise<TenantTable[]> {
  const { rows } = await sql<TenantTable>`
    select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null))
             order by array_position(i.indkey::smallint[], a.attnum)) as key
    from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organization_id' and not o.attisdropped)
      and a.attname <> 'organization_id' and c.relname <> 'idempotency_key' and has_table_privilege(c.oid, 'select')
    group by c.relname order by c.relname`.execute(tx.db);
  return rows;
}

export type ExportedRow = { row: string; key: string[] };

/** The next 500 rows of the table after the key, as JSON without the columns that hold secrets or name our storage. */
export async function exportedRows(
  tx: Tx,
  organizationId: string,
  table: TenantTable,
  after: readonly string[] | null,
): Promise<ExportedRow[]> {
  const columns = sql.join(table.key.map(({ name }) => sql.ref(`t.${name}`)));
  const texts = sql.join(table.key.map(({ name }) => sql`${sql.ref(`t.${name}`)}::text`));
  const values = sql.join(table.key.map(({ type }, index) => sql`${after?.[index] ?? null}::text::${sql.raw(type)}`));
  const beyond = after ? sql`and (${columns}) > (${values})` : sql``;
  const { rows } = await sql<ExportedRow>`
    select (select json_object_agg(key, value)::text from jsonb_each(to_jsonb(t))
            where key !~ '(hash|secret|sealed|storage_key|thumbnail_key)' and key <> 'search') as row,
           array[${texts}] as key
    from ${sql.table(table.name)} t where t.organization_id = ${organizationId} ${beyond}
    order by ${columns} limit 500`.execute(tx.db);
  return rows;
}

/** Who the rows speak of: the organization's members, by the ids that the rows carry. */
export function exportedPeople(tx: Tx, organizationId: string) {
  return tx.db
    .selectFrom("member")
    .innerJoin("app_user", "app_user.id", "member.user_id")
    .select(["app_user.id", "member.id as memberId", "app_user.name", "app_user.email", "member.roles"])
    .where("member.organization_id", "=", organizationId)
    .orderBy("member.id")
    .execute();
}
