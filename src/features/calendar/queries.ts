import { sql } from "kysely";
import { authorize } from "@/features/identity/authorize";
import { Temporal, toDate } from "@/kernel/time";
import { type Ctx, reading } from "@/platform/transaction";
import type { Grid } from "./rules";

export type GridSearch = { from: string; to: string; venueId?: string };

/**
 * The calendar from the day `from` up to and without `to`: venues, spaces, shifts, and everything that claims a place
 * then, with the rank of each hold. One statement, however many rooms and events there are.
 */
export async function calendarGrid(ctx: Ctx, search: GridSearch): Promise<Grid> {
  authorize(ctx, "event.read");
  const { organizationId } = ctx.actor;
  const reachable = "venueIds" in ctx.actor ? ctx.actor.venueIds : null;
  // A day wider on both sides: no zone is further than that from UTC, and the operating day ends in the next one.
  const from = instantOf(search.from).subtract({ hours: 24 });
  const to = instantOf(search.to).add({ hours: 48 });
  return reading(ctx, async (tx) => {
    const { rows } = await sql<Grid>`
      with shown as (
        select v.* from venue v
        where v.organization_id = ${organizationId} and v.archived_at is null
          and (${reachable}::uuid[] is null or v.id = any(${reachable}::uuid[]))
          and (${search.venueId ?? null}::uuid is null or v.id = ${search.venueId ?? null}::uuid)
      ), made as (
        select sa.space_id, array_agg(distinct sa.atom_id) as atoms from space_atom sa
        where sa.organization_id = ${organizationId} and sa.valid && daterange(${search.from}::date, ${search.to}::date)
        group by sa.space_id
      ), sold as (
        select s.*, m.atoms from space s join made m on m.space_id = s.id
        where s.organization_id = ${organizationId} and s.archived_at is null
      ), claimed as (
        select a.claim_id, a.event_id is null as closed, bool_and(a.blocking) as blocking,
               min(a.occupied_from) as from_at, max(a.occupied_until) as until_at,
               array_agg(distinct a.space_id) as spaces, array_agg(distinct a.atom_id) as atoms
        from (
          select a.* from event e
          join allocation a on a.organization_id = e.organization_id and a.event_id = e.id
          where e.organization_id = ${organizationId} and e.starts_at < ${toDate(to)} and e.ends_at > ${toDate(from)}
            and e.starts_at > ${toDate(from.subtract({ hours: 24 * 32 }))}
          union all
          select a.* from closure c
          join allocation a on a.organization_id = c.organization_id and a.closure_id = c.id
          where c.organization_id = ${organizationId} and c.ends_at > ${toDate(from)} and c.starts_at < ${toDate(to)}
        ) a group by a.claim_id, a.event_id is null
      ), claim as (
        select d.*, coalesce(e.venue_id, c.venue_id) as venue_id, coalesce(e.title, c.reason) as title, e.status,
               e.head_count, coalesce(e.local_start, c.local_start) as local_start, coalesce(e.local_end, c.local_end) as local_end,
               coalesce(e.time_zone, c.time_zone) as time_zone,
               case when e.status = 'tentative' and e.hold_expires_at > ${toDate(ctx.now)}
                 then hold_rank(e.organization_id, e.id, ${toDate(ctx.now)}) end as rank
        from claimed d
        left join event e on e.organization_id = ${organizationId} and e.id = d.claim_id and not d.closed
        left join closure c on c.organization_id = ${organizationId} and c.id = d.claim_id and d.closed
      )
      select (
        select coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'dayCutoff', to_char(v.day_cutoff, 'HH24:MI'),
          'spaces', (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'capacity', s.capacity,
              'atomIds', s.atoms,
              'layout', (select l.name from layout l where l.organization_id = s.organization_id and l.space_id = s.id
                         order by l.position limit 1),
              'parts', array(select o.name from sold o where o.venue_id = s.venue_id and o.id <> s.id
                             and o.atoms <@ s.atoms order by o.position),
              'partOf', array(select o.name from sold o where o.venue_id = s.venue_id and o.id <> s.id
                              and o.atoms @> s.atoms order by o.position)
            ) order by s.position), '[]') from sold s where s.venue_id = v.id),
          'shifts', (select coalesce(json_agg(json_build_object('id', h.id, 'name', h.name,
              'starts', to_char(h.starts, 'HH24:MI'), 'ends', to_char(h.ends, 'HH24:MI')) order by h.position), '[]')
            from shift h where h.organization_id = v.organization_id and h.venue_id = v.id and h.archived_at is null)
        ) order by v.position, v.name), '[]') from shown v
      ) as venues, (
        select coalesce(json_agg(json_build_object('id', c.claim_id, 'kind', case when c.closed then 'closure' else 'event' end,
          'venueId', c.venue_id, 'title', c.title, 'status', c.status, 'headCount', c.head_count,
          'start', to_char(c.local_start, 'YYYY-MM-DD"T"HH24:MI'), 'end', to_char(c.local_end, 'YYYY-MM-DD"T"HH24:MI'),
          'from', to_char(c.from_at at time zone c.time_zone, 'YYYY-MM-DD"T"HH24:MI'),
          'until', to_char(c.until_at at time zone c.time_zone, 'YYYY-MM-DD"T"HH24:MI'),
          'spaceIds', c.spaces, 'atomIds', c.atoms, 'blocking', c.blocking, 'rank', c.rank,
          'spaceNames', array(select s.name from space s where s.organization_id = ${organizationId}
                              and s.id = any(c.spaces) order by s.position)
        ) order by c.local_start, c.rank, c.title), '[]')
        from claim c where c.venue_id in (select id from shown)
      ) as claims`.execute(tx.db);
    return rows[0] ?? { venues: [], claims: [] };
  });
}

function instantOf(date: string): Temporal.Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime("UTC").toInstant();
}
