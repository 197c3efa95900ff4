import { sql } from "kysely";
import { authorize } from "@/features/identity/authorize";
import { Temporal, toDate } from "@/kernel/time";
import { type Ctx, reading } from "@/platform/transaction";
import type { DayEvent, EndingHold, UnconfirmedEvent } from "./rules";

/** Holds that end within two days, the first to end first, each with who is next in line. */
export async function endingHolds(ctx: Ctx): Promise<EndingHold[]> {
  authorize(ctx, "event.read");
  const { organizationId } = ctx.actor;
  const now = toDate(ctx.now);
  return reading(ctx, async (tx) => {
    const { rows } = await sql<Omit<EndingHold, "ends"> & { today: string }>`
      select e.id, e.title, to_char(e.hold_expires_at at time zone e.time_zone, 'YYYY-MM-DD"T"HH24:MI') as expires,
             to_char(${now}::timestamptz at time zone e.time_zone, 'YYYY-MM-DD') as today,
             hold_rank(e.organization_id, e.id, ${now}) as rank,
             (select other.title from allocation a
              join allocation b on b.organization_id = a.organization_id and b.atom_id = a.atom_id
                and b.occupied_until > a.occupied_from and b.occupied_from < a.occupied_until and not b.blocking and b.claim_id <> a.claim_id
              join event other on other.organization_id = b.organization_id and other.id = b.event_id
                and other.status = 'tentative' and other.hold_expires_at > ${now}
                and (other.priority_at, other.hold_order, other.id) > (e.priority_at, e.hold_order, e.id)
              where a.organization_id = e.organization_id and a.event_id = e.id
              order by other.priority_at, other.hold_order, other.id limit 1) as "nextTitle"
      from event e
      where e.organization_id = ${organizationId} and e.status = 'tentative'
        and e.hold_expires_at > ${now} and e.hold_expires_at < ${toDate(ctx.now.add({ hours: 48 }))}
        and ${atMyVenues(ctx)}
      order by e.hold_expires_at, e.title limit 8`.execute(tx.db);
    return rows.map(({ today, ...hold }) => ({ ...hold, ends: dayWord(hold.expires.slice(0, 10), today) ?? "soon" }));
  });
}

/** Events that begin within three weeks and are still only on hold, the nearest first. */
export async function unconfirmedEvents(ctx: Ctx): Promise<UnconfirmedEvent[]> {
  authorize(ctx, "event.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const { rows } = await sql<UnconfirmedEvent>`
      select e.id, e.title, to_char(e.local_start, 'YYYY-MM-DD"T"HH24:MI') as start,
             e.local_start::date - (${toDate(ctx.now)}::timestamptz at time zone e.time_zone)::date as days
      from event e
      where e.organization_id = ${organizationId} and e.status = 'tentative' and e.starts_at > ${toDate(ctx.now)}
        and e.starts_at < ${toDate(ctx.now.add({ hours: 24 * 21 }))} and e.hold_expires_at > ${toDate(ctx.now)}
        and ${atMyVenues(ctx)}
      order by e.starts_at limit 3`.execute(tx.db);
    return rows;
  });
}

/** What takes place today and tomorrow, in order. */
export async function eventsOfTheDays(ctx: Ctx): Promise<DayEvent[]> {
  authorize(ctx, "event.read");
  const { organizationId } = ctx.actor;
  const now = toDate(ctx.now);
  return reading(ctx, async (tx) => {
    const { rows } = await sql<Omit<DayEvent, "day"> & { today: string }>`
      select e.id, e.title, e.status, to_char(e.local_start, 'YYYY-MM-DD"T"HH24:MI') as start, e.head_count as "headCount",
             case when e.ends_at <= ${now} then 'over' when e.starts_at <= ${now} then 'now' else 'later' end as going,
             to_char(${now}::timestamptz at time zone e.time_zone, 'YYYY-MM-DD') as today,
             array(select s.name from event_space es
                   join space s on s.organization_id = es.organization_id and s.id = es.space_id
                   where es.organization_id = e.organization_id and es.event_id = e.id order by es.position) as spaces
      from event e
      where e.organization_id = ${organizationId} and e.status in ('confirmed', 'in_progress', 'completed')
        and e.starts_at > ${toDate(ctx.now.subtract({ hours: 48 }))} and e.starts_at < ${toDate(ctx.now.add({ hours: 72 }))}
        and ${atMyVenues(ctx)}
      order by e.starts_at limit 60`.execute(tx.db);
    return rows.flatMap(({ today, ...event }) => {
      const day = event.going === "now" ? "today" : dayWord(event.start.slice(0, 10), today);
      return day ? [{ ...event, day }] : [];
    });
  });
}

/** How much waits for those who look after the organization: invitations, failed mail, dead jobs. */
export async function waitingRoom(
  ctx: Ctx,
): Promise<{ invitations: number; failedMessages: number; deadJobs: number }> {
  authorize(ctx, "job.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const { rows } = await sql<{ invitations: number; failedMessages: number; deadJobs: number }>`
      select (select count(*)::integer from invitation where organization_id = ${organizationId}
                and accepted_at is null and revoked_at is null) as invitations,
             (select count(*)::integer from message where organization_id = ${organizationId}
                and state in ('failed', 'bounced') and created_at > ${toDate(ctx.now.subtract({ hours: 24 * 7 }))}) as "failedMessages",
             (select count(*)::integer from organization_jobs() where attempts >= max_attempts) as "deadJobs"`.execute(
      tx.db,
    );
    return rows[0] ?? { invitations: 0, failedMessages: 0, deadJobs: 0 };
  });
}

function atMyVenues(ctx: Ctx) {
  const reachable = "venueIds" in ctx.actor ? ctx.actor.venueIds : null;
  return reachable === null ? sql`true` : sql`e.venue_id = any(${[...reachable]}::uuid[])`;
}

function dayWord(date: string, today: string): "today" | "tomorrow" | null {
  if (date === today) return "today";
  return date === Temporal.PlainDate.from(today).add({ days: 1 }).toString() ? "tomorrow" : null;
}
