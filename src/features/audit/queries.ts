import { type SelectQueryBuilder, sql } from "kysely";
import { authorize } from "@/features/identity/authorize";
import type { Permission } from "@/features/identity/permissions";
import { Temporal, toDate } from "@/kernel/time";
import type { DB } from "@/platform/db-types";
import { type Ctx, reading, type Tx } from "@/platform/transaction";
import type { AuditFilter } from "./schema";

export type AuditEntry = {
  id: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  subjectName: string | null;
  before: unknown;
  after: unknown;
  ip: string | null;
};

export type AuditPage = { items: AuditEntry[]; nextCursor: string | null };

/**
 * The entries of the organization that the filter leaves, the newest first, `limit` at a time. Read along the index
 * audit_entry_time (or audit_entry_actor for one person) until the page is full, also under search.
 */
export async function listAuditEntries(ctx: Ctx, filter: AuditFilter, limit = 50): Promise<AuditPage> {
  authorize(ctx, "audit.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const query = await auditQuery(tx, organizationId, filter);
    const rows = await query.limit(limit + 1).execute();
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  });
}

/** The statement behind `listAuditEntries`, without its limit: a test looks at its plan. */
export async function auditQuery(tx: Tx, organizationId: string, filter: AuditFilter) {
  const zone = await zoneOf(tx, organizationId);
  let query = tx.db
    .selectFrom("audit_entry")
    .select([
      "id",
      "at",
      "actor_kind as actorKind",
      "actor_id as actorId",
      "actor_name as actorName",
      "action",
      "subject_type as subjectType",
      "subject_id as subjectId",
      "subject_name as subjectName",
      "before",
      "after",
      "ip",
    ])
    .where("organization_id", "=", organizationId)
    .orderBy("at", "desc")
    .orderBy("id", "desc");
  if (filter.q) query = query.where(sql<boolean>`position(search_key(${filter.q}) in search) > 0`);
  if (filter.who) query = whoDidIt(query, filter.who);
  if (filter.what) query = query.where(sql<string>`split_part(action, '.', 1)`, "=", filter.what);
  if (filter.from) query = query.where("at", ">=", startOf(filter.from, zone, 0));
  if (filter.to) query = query.where("at", "<", startOf(filter.to, zone, 1));
  if (filter.cursor) {
    query = query.where(
      sql<boolean>`(at, id) < (select c.at, c.id from audit_entry c
        where c.organization_id = ${organizationId} and c.id = ${filter.cursor})`,
    );
  }
  return query;
}

/** Everybody who did something, by name: the people and keys of the filter. */
export async function listAuditActors(ctx: Ctx): Promise<{ id: string; kind: string; name: string }[]> {
  authorize(ctx, "audit.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const { rows } = await sql<{ id: string; kind: string; name: string }>`
      with recursive actor as (
        (select actor_id from audit_entry where organization_id = ${organizationId} and actor_id is not null
         order by actor_id limit 1)
        union all
        select (select e.actor_id from audit_entry e
                where e.organization_id = ${organizationId} and e.actor_id > actor.actor_id order by e.actor_id limit 1)
        from actor where actor.actor_id is not null
      )
      select a.actor_id as id, last.actor_kind as kind, last.actor_name as name
      from actor a, lateral (
        select e.actor_kind, e.actor_name from audit_entry e
        where e.organization_id = ${organizationId} and e.actor_id = a.actor_id order by e.at desc limit 1
      ) last
      where a.actor_id is not null order by last.actor_name, a.actor_id limit 200`.execute(tx.db);
    return rows;
  });
}

/** All entries that the filter leaves, in pages of 500 and short transactions: for the export. */
export async function* exportedAuditTrail(ctx: Ctx, filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  let cursor: string | null | undefined = filter.cursor;
  do {
    const page: AuditPage = await listAuditEntries(ctx, { ...filter, cursor: cursor ?? undefined }, 500);
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor);
}

type Query<Row> = SelectQueryBuilder<DB, "audit_entry", Row>;

function whoDidIt<Row>(query: Query<Row>, who: string): Query<Row> {
  return who.includes("-") ? query.where("actor_id", "=", who) : query.where("actor_kind", "=", who);
}

function startOf(day: string, zone: string, daysLater: number): Date {
  return toDate(Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime(zone).toInstant());
}

async function zoneOf(tx: Tx, organizationId: string): Promise<string> {
  const row = await tx.db
    .selectFrom("organization")
    .select("time_zone")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return row.time_zone;
}

/** What happened to one thing, the newest first, for whoever may see the thing itself: no address, no ids of people. */
export async function historyOf(
  ctx: Ctx,
  permission: Permission,
  subject: { type: string; id: string },
): Promise<Pick<AuditEntry, "id" | "at" | "actorKind" | "actorName" | "action" | "before" | "after">[]> {
  authorize(ctx, permission);
  const { organizationId } = ctx.actor;
  return reading(ctx, (tx) =>
    tx.db
      .selectFrom("audit_entry")
      .select(["id", "at", "actor_kind as actorKind", "actor_name as actorName", "action", "before", "after"])
      .where("organization_id", "=", organizationId)
      .where("subject_type", "=", subject.type)
      .where("subject_id", "=", subject.id)
      .orderBy("at", "desc")
      .orderBy("id", "desc")
      .limit(100)
      .execute(),
  );
}
