import { type RawBuilder, sql } from "kysely";
import { authorize, reachesVenue } from "@/features/identity/authorize";
import { decodeCursor, type Page, toPage } from "@/kernel/cursor";
import { InvalidInput, NotFound } from "@/kernel/errors";
import { isId } from "@/kernel/id";
import { fromDate, type Temporal, toDate } from "@/kernel/time";
import { type Ctx, reading } from "@/platform/transaction";
import { type EventStatus, type EventType, eventCode } from "./rules";
import type { EventSort, ListEvents } from "./schema";

export type EventInList = {
  id: string;
  /** As people write it: EV-2481. */
  number: string;
  title: string;
  type: EventType;
  clientName: string | null;
  headCount: number | null;
  status: EventStatus;
  venueName: string;
  /** Local at the venue, to the minute: 2027-06-19T17:00. */
  start: string;
  end: string;
  spaces: string[];
  holdExpiresAt: Temporal.Instant | null;
};

type EventRow = Omit<EventInList, "number" | "holdExpiresAt"> & { number: number; holdExpiresAt: Date | null };

/**
 * The organization's events at the venues that the actor reaches, a page at a time. `q` looks in title, client and
 * number, without accents and case. Every order has an index; a page costs the same wherever it is.
 */
export async function listEvents(ctx: Ctx, search: Partial<ListEvents> = {}): Promise<Page<EventInList>> {
  authorize(ctx, "event.read");
  const { organizationId } = ctx.actor;
  const size = search.limit ?? 50;
  const reachable = "venueIds" in ctx.actor ? ctx.actor.venueIds : null;
  const order = orders[search.sort ?? "date"];
  const where = [
    sql`e.organization_id = ${organizationId}`,
    ...(reachable === null ? [] : [sql`e.venue_id = any(${[...reachable]}::uuid[])`]),
    ...(search.status ? [sql`e.status = ${search.status}`] : []),
    ...(search.when === "upcoming"
      ? [sql`e.ends_at > ${toDate(ctx.now)}`, sql`e.starts_at > ${longAgo(ctx.now)}`]
      : []),
    ...(search.when === "past" ? [sql`e.ends_at <= ${toDate(ctx.now)}`] : []),
    // `position` and not LIKE: the planner takes it for frequent, and reads the order's index until a page is full.
    ...(search.q ? [sql`position(search_key(${search.q}) in e.search) > 0`] : []),
    ...(search.cursor ? [afterCursor(order, search.cursor)] : []),
  ];
  return reading(ctx, async (tx) => {
    const { rows } = await sql<EventRow & { place: string }>`
      with page as (
        select e.*, ${order.column}::text as place from event e
        where ${sql.join(where, sql` and `)}
        order by ${order.column} ${order.direction}, e.id ${order.direction}
        limit ${size + 1}
      )
      select e.id, e.number, e.title, e.type, e.client_name as "clientName", e.head_count as "headCount", e.status,
             v.name as "venueName", to_char(e.local_start, 'YYYY-MM-DD"T"HH24:MI') as start,
             to_char(e.local_end, 'YYYY-MM-DD"T"HH24:MI') as "end", e.hold_expires_at as "holdExpiresAt", e.place,
             array(select s.name from event_space es
                   join space s on s.organization_id = es.organization_id and s.id = es.space_id
                   where es.organization_id = e.organization_id and es.event_id = e.id order by es.position) as spaces
      from page e join venue v on v.organization_id = e.organization_id and v.id = e.venue_id
      order by ${order.column} ${order.direction}, e.id ${order.direction}`.execute(tx.db);
    const page = toPage(rows, size, (row) => [row.place, row.id]);
    return { ...page, items: page.items.map(toItem) };
  });
}

/** All events that the search finds, in pages of 500 and short transactions: for the export. */
export async function* exportedEvents(ctx: Ctx, search: Partial<ListEvents>): AsyncGenerator<EventInList[]> {
  authorize(ctx, "event.read");
  let cursor: string | undefined;
  do {
    const page: Page<EventInList> = await listEvents(ctx, { ...search, limit: 500, cursor });
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

export type EventDetail = EventInList & {
  venueId: string;
  timeZone: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  overrideReason: string | null;
  endedReason: string | null;
  /** Place in the line while it is tentative, 1 is first. */
  rank: number | null;
  /** What has been confirmed in its place, or the closure there, while it is tentative. */
  blockedBy: string | null;
  places: PlaceOfEvent[];
};

export type PlaceOfEvent = {
  spaceId: string;
  name: string;
  capacity: number;
  layout: string | null;
  /** With set-up and tear-down, local at the venue; null once the claim is gone. */
  from: string | null;
  until: string | null;
};

/** One event with its places and, while it is a hold, its place in the line. Throws `NotFound` out of reach. */
export async function getEvent(ctx: Ctx, input: { eventId: string }): Promise<EventDetail> {
  authorize(ctx, "event.read");
  const { organizationId } = ctx.actor;
  if (!isId(input.eventId)) throw new NotFound("event");
  return reading(ctx, async (tx) => {
    const { rows } = await sql<DetailRow>`
      select e.id, e.number, e.title, e.type, e.client_name as "clientName", e.head_count as "headCount", e.status,
             v.name as "venueName", to_char(e.local_start, 'YYYY-MM-DD"T"HH24:MI') as start,
             to_char(e.local_end, 'YYYY-MM-DD"T"HH24:MI') as "end", e.hold_expires_at as "holdExpiresAt",
             e.venue_id as "venueId", e.time_zone as "timeZone", e.starts_at as "startsAt", e.ends_at as "endsAt",
             e.override_reason as "overrideReason", e.ended_reason as "endedReason",
             case when e.status = 'tentative' then hold_rank(e.organization_id, e.id, ${toDate(ctx.now)}) end as rank,
             case when e.status = 'tentative' then (
               select coalesce(other.title, c.reason) from allocation mine
               join allocation a on a.organization_id = mine.organization_id and a.atom_id = mine.atom_id
                 and a.occupied_until > mine.occupied_from and a.occupied_from < mine.occupied_until and a.blocking and a.claim_id <> mine.claim_id
               left join event other on other.organization_id = a.organization_id and other.id = a.event_id
               left join closure c on c.organization_id = a.organization_id and c.id = a.closure_id
               where mine.organization_id = e.organization_id and mine.event_id = e.id limit 1) end as "blockedBy",
             (select coalesce(json_agg(json_build_object('spaceId', s.id, 'name', s.name, 'capacity', s.capacity,
                'layout', l.name, 'from', to_char(a.start at time zone e.time_zone, 'YYYY-MM-DD"T"HH24:MI'),
                'until', to_char(a.end at time zone e.time_zone, 'YYYY-MM-DD"T"HH24:MI')) order by es.position), '[]')
              from event_space es
              join space s on s.organization_id = es.organization_id and s.id = es.space_id
              left join layout l on l.organization_id = es.organization_id and l.id = es.layout_id
              left join lateral (select min(lower(occupied)) as start, max(upper(occupied)) as end from allocation
                where organization_id = es.organization_id and event_id = es.event_id and space_id = es.space_id) a on true
              where es.organization_id = e.organization_id and es.event_id = e.id) as places
      from event e join venue v on v.organization_id = e.organization_id and v.id = e.venue_id
      where e.organization_id = ${organizationId} and e.id = ${input.eventId}`.execute(tx.db);
    const [row] = rows;
    if (!row || !reachesVenue(ctx, row.venueId)) throw new NotFound("event");
    const spaces = row.places.map((place) => place.name);
    return { ...row, ...toItem({ ...row, spaces }), startsAt: fromDate(row.startsAt), endsAt: fromDate(row.endsAt) };
  });
}

type DetailRow = Omit<EventRow, "spaces"> &
  Omit<EventDetail, keyof EventInList | "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date };

function toItem(row: EventRow): EventInList {
  const { id, title, type, clientName, headCount, status, venueName, start, end, spaces } = row;
  const holdExpiresAt = row.holdExpiresAt && fromDate(row.holdExpiresAt);
  return {
    id,
    number: eventCode(row.number),
    title,
    type,
    clientName,
    headCount,
    status,
    venueName,
    start,
    end,
    spaces,
    holdExpiresAt,
  };
}

type Order = {
  column: RawBuilder<unknown>;
  direction: RawBuilder<unknown>;
  cast: RawBuilder<unknown>;
  ascending: boolean;
};

const columns = {
  date: { column: sql`e.starts_at`, cast: sql`timestamptz` },
  number: { column: sql`e.number`, cast: sql`integer` },
  title: { column: sql`e.title`, cast: sql`text` },
};
const ascending = { direction: sql`asc`, ascending: true };
const descending = { direction: sql`desc`, ascending: false };

const orders: Record<EventSort, Order> = {
  date: { ...columns.date, ...ascending },
  "-date": { ...columns.date, ...descending },
  number: { ...columns.number, ...ascending },
  "-number": { ...columns.number, ...descending },
  title: { ...columns.title, ...ascending },
  "-title": { ...columns.title, ...descending },
};

function afterCursor(order: Order, cursor: string): RawBuilder<unknown> {
  const [place, id] = decodeCursor(cursor, 2).map(String);
  if (place === undefined || id === undefined || !isId(id))
    throw new InvalidInput([{ path: "cursor", code: "invalid" }]);
  const comparison = order.ascending ? sql`>` : sql`<`;
  return sql`(${order.column}, e.id) ${comparison} (${place}::${order.cast}, ${id}::uuid)`;
}

/** An event is 31 days at most, so one that is not over began after this: it lets the index on the start serve. */
function longAgo(now: Temporal.Instant): Date {
  return toDate(now.subtract({ hours: 24 * 32 }));
}
