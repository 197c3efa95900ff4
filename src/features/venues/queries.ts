import { sql } from "kysely";
import { authorize } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { type Ctx, reading } from "@/platform/transaction";

export type SpaceOfVenue = {
  id: string;
  venueId: string;
  name: string;
  capacity: number;
  setupMinutes: number;
  teardownMinutes: number;
  layouts: { id: string; name: string; capacity: number }[];
  /** The names of the other spaces that it is made of, or is part of, today: those that share atoms with it. */
  parts: string[];
  partOf: string[];
};

export type ShiftOfVenue = { id: string; venueId: string; name: string; starts: string; ends: string };

export type VenueWithSpaces = {
  id: string;
  name: string;
  address: string | null;
  timeZone: string;
  currency: string;
  dayCutoff: string;
  spaces: SpaceOfVenue[];
  shifts: ShiftOfVenue[];
};

/** The venues in use that the actor reaches, in their order, each with its spaces, layouts and shifts. One statement. */
export async function listVenues(ctx: Ctx): Promise<VenueWithSpaces[]> {
  authorize(ctx, "venue.read");
  const { organizationId } = ctx.actor;
  const reachable = "venueIds" in ctx.actor ? ctx.actor.venueIds : null;
  const today = ctx.now.toZonedDateTimeISO("UTC").toPlainDate().toString();
  return reading(ctx, async (tx) => {
    const { rows } = await sql<{ venues: VenueWithSpaces[] }>`
      with made as (
        select sa.space_id, array_agg(sa.atom_id) as atoms from space_atom sa
        where sa.organization_id = ${organizationId} and sa.valid @> ${today}::date group by sa.space_id
      ), sold as (
        select s.*, m.atoms from space s join made m on m.space_id = s.id
        where s.organization_id = ${organizationId} and s.archived_at is null
      )
      select coalesce(json_agg(json_build_object(
        'id', v.id, 'name', v.name, 'address', v.address, 'timeZone', v.time_zone, 'currency', v.currency,
        'dayCutoff', to_char(v.day_cutoff, 'HH24:MI'),
        'spaces', (select coalesce(json_agg(json_build_object(
            'id', s.id, 'venueId', s.venue_id, 'name', s.name, 'capacity', s.capacity,
            'setupMinutes', s.setup_minutes, 'teardownMinutes', s.teardown_minutes,
            'layouts', (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'capacity', l.capacity)
                          order by l.position), '[]') from layout l
                        where l.organization_id = s.organization_id and l.space_id = s.id),
            'parts', (select coalesce(json_agg(o.name order by o.position), '[]') from sold o
                      where o.venue_id = s.venue_id and o.id <> s.id and o.atoms <@ s.atoms),
            'partOf', (select coalesce(json_agg(o.name order by o.position), '[]') from sold o
                       where o.venue_id = s.venue_id and o.id <> s.id and o.atoms @> s.atoms)
          ) order by s.position), '[]') from sold s where s.venue_id = v.id),
        'shifts', (select coalesce(json_agg(json_build_object('id', h.id, 'venueId', h.venue_id, 'name', h.name,
            'starts', to_char(h.starts, 'HH24:MI'), 'ends', to_char(h.ends, 'HH24:MI')) order by h.position), '[]')
          from shift h where h.organization_id = v.organization_id and h.venue_id = v.id and h.archived_at is null)
      ) order by v.position, v.name), '[]') as venues
      from venue v
      where v.organization_id = ${organizationId} and v.archived_at is null
        and (${reachable}::uuid[] is null or v.id = any(${reachable}::uuid[]))`.execute(tx.db);
    return rows[0]?.venues ?? [];
  });
}

/** One venue with its spaces and shifts. Throws `NotFound` for one that is not there, archived or out of reach. */
export async function getVenue(ctx: Ctx, input: { venueId: string }): Promise<VenueWithSpaces> {
  authorize(ctx, "venue.read");
  const venue = (await listVenues(ctx)).find(({ id }) => id === input.venueId);
  if (!venue) throw new NotFound("venue");
  return venue;
}
