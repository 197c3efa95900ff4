import { sql } from "kysely";
import { can } from "@/features/identity/authorize";
import { Temporal, toDate } from "@/kernel/time";
import type { Tx } from "@/platform/transaction";
import { type Alternative, daysAround, type Holder, type SpaceTaken, threeOf, type Wish } from "./rules";

/** `exceptClaimId`: the event that asks, which does not stand in its own way. */
export type Asked = Wish & { timeZone: string; headCount: number | null; exceptClaimId: string | null };

/**
 * Why the wish cannot be had, or null: something confirmed or a closure has one of its spaces, or a part or a whole of
 * it. Asked by verbs inside their transaction, after they have authorized; tells names only to those who may read events.
 */
export async function whyNotThere(tx: Tx, organizationId: string, asked: Asked): Promise<SpaceTaken | null> {
  const taken = await whoHolds(tx, organizationId, asked);
  if (!taken) return null;
  const alternatives = await alternativesTo(tx, organizationId, { ...asked, takenSpaceId: taken.spaceId });
  return { code: "space_taken", ...taken, alternatives };
}

type Taken = { spaceId: string; spaceName: string; holder: Holder };

async function whoHolds(tx: Tx, organizationId: string, wish: Asked): Promise<Taken | null> {
  const { rows } = await sql<Taken>`
    select s.id as "spaceId", s.name as "spaceName", json_build_object(
        'kind', case when a.event_id is null then 'closure' else 'event' end,
        'id', a.claim_id, 'title', coalesce(e.title, c.reason), 'status', e.status, 'spaceName', their.name,
        'start', to_char(coalesce(e.local_start, c.local_start), 'YYYY-MM-DD"T"HH24:MI'),
        'end', to_char(coalesce(e.local_end, c.local_end), 'YYYY-MM-DD"T"HH24:MI'),
        'until', to_char(upper(a.occupied) at time zone coalesce(e.time_zone, c.time_zone), 'YYYY-MM-DD"T"HH24:MI')
      ) as holder
    from space s
    join space_atom sa on sa.organization_id = s.organization_id and sa.space_id = s.id
      and sa.valid @> ${wish.localStart.toString()}::timestamp::date
    join allocation a on a.organization_id = sa.organization_id and a.atom_id = sa.atom_id and a.blocking
      and a.occupied_until > ${toDate(wish.startsAt)}::timestamptz
        - make_interval(mins => case when ${wish.withMargins} then s.setup_minutes else 0 end)
      and a.occupied_from < ${toDate(wish.endsAt)}::timestamptz
        + make_interval(mins => case when ${wish.withMargins} then s.teardown_minutes else 0 end)
    join space their on their.organization_id = a.organization_id and their.id = a.space_id
    left join event e on e.organization_id = a.organization_id and e.id = a.event_id
    left join closure c on c.organization_id = a.organization_id and c.id = a.closure_id
    where s.organization_id = ${organizationId} and s.id = any(${[...wish.spaceIds]}::uuid[])
      and a.claim_id is distinct from ${wish.exceptClaimId}::uuid
    order by a.occupied_from, s.position
    limit 1`.execute(tx.db);
  const [taken] = rows;
  if (!taken || can(tx, "event.read")) return taken ?? null;
  return { ...taken, holder: { ...taken.holder, id: null, title: null, status: null } };
}

/**
 * Up to three ways out of a wish that cannot be had: another space that is free then and holds as many people, and the
 * nearest days on which the same spaces are free. One statement, whatever the number of spaces.
 */
async function alternativesTo(
  tx: Tx,
  organizationId: string,
  wish: Asked & { takenSpaceId: string },
): Promise<Alternative[]> {
  const reachable = "venueIds" in tx.actor ? tx.actor.venueIds : null;
  const days = otherDays(wish, tx.now);
  const { rows } = await sql<Alternative>`
    with taken as (
      select s.id, s.venue_id, s.capacity, v.time_zone from space s
      join venue v on v.organization_id = s.organization_id and v.id = s.venue_id
      where s.organization_id = ${organizationId} and s.id = ${wish.takenSpaceId}
    ), option as (
      select 'other_space' as kind, array[s.id] as space_ids, s.name, s.capacity,
             ${toDate(wish.startsAt)}::timestamptz as starts_at, ${toDate(wish.endsAt)}::timestamptz as ends_at,
             ${minutes(wish.localStart)} as local_start, ${minutes(wish.localEnd)} as local_end,
             (case when s.venue_id = t.venue_id then 0 else 1000000 end)
               + abs(s.capacity - coalesce(${wish.headCount}::integer, t.capacity)) as distance
      from taken t
      join space s on s.organization_id = ${organizationId} and s.archived_at is null and s.id <> t.id
      join venue v on v.organization_id = s.organization_id and v.id = s.venue_id and v.archived_at is null
        and v.time_zone = t.time_zone
      where s.capacity >= coalesce(${wish.headCount}::integer, 1) and cardinality(${[...wish.spaceIds]}::uuid[]) = 1
        and (${reachable}::uuid[] is null or v.id = any(${reachable}::uuid[]))
      union all
      select 'other_day', ${[...wish.spaceIds]}::uuid[],
             (select string_agg(s.name, ' + ' order by s.position) from space s
              where s.organization_id = ${organizationId} and s.id = any(${[...wish.spaceIds]}::uuid[])),
             t.capacity, d.starts_at, d.ends_at, d.local_start, d.local_end, d.distance
      from taken t, jsonb_to_recordset(${JSON.stringify(days)}::jsonb)
        as d(starts_at timestamptz, ends_at timestamptz, local_start text, local_end text, distance integer)
    ), claim as (
      select o.*, a.blocking, a.claim_id
      from option o
      join space s on s.organization_id = ${organizationId} and s.id = any(o.space_ids)
      join space_atom sa on sa.organization_id = s.organization_id and sa.space_id = s.id
        and sa.valid @> o.local_start::timestamp::date
      left join allocation a on a.organization_id = sa.organization_id and a.atom_id = sa.atom_id
        and a.occupied_until > o.starts_at - make_interval(mins => s.setup_minutes)
        and a.occupied_from < o.ends_at + make_interval(mins => s.teardown_minutes)
    ), free as (
      select kind, space_ids, name, capacity, local_start, local_end, count(distinct claim_id)::integer as holds,
             row_number() over (partition by kind order by distance, name) as nearest
      from claim
      group by kind, space_ids, name, capacity, local_start, local_end, distance
      having not coalesce(bool_or(blocking), false)
    )
    select kind, space_ids as "spaceIds", name as "spaceName", capacity, local_start as start, local_end as "end", holds
    from free where nearest <= 3 order by kind desc, nearest`.execute(tx.db);
  return threeOf(rows);
}

function otherDays(wish: Asked, now: Temporal.Instant) {
  return daysAround.flatMap((days, distance) => {
    const [start, end] = [wish.localStart.add({ days }), wish.localEnd.add({ days })];
    const startsAt = start.toZonedDateTime(wish.timeZone).toInstant();
    if (Temporal.Instant.compare(startsAt, now) <= 0) return [];
    const endsAt = end.toZonedDateTime(wish.timeZone, { disambiguation: "later" }).toInstant();
    return [
      {
        starts_at: startsAt.toString(),
        ends_at: endsAt.toString(),
        local_start: minutes(start),
        local_end: minutes(end),
        distance,
      },
    ];
  });
}

function minutes(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: "minute" });
}
