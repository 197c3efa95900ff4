import { sql } from "kysely";
import { reachesVenue } from "@/features/identity/authorize";
import { Conflict, NotFound } from "@/kernel/errors";
import { fromDate, Temporal, toDate } from "@/kernel/time";
import type { Tx } from "@/platform/transaction";
import type { Times } from "./rules";

export type LockedEvent = {
  id: string;
  number: number;
  title: string;
  type: string;
  clientName: string | null;
  headCount: number | null;
  status: string;
  venueId: string;
  timeZone: string;
  times: Times;
  startsAt: Temporal.Instant;
  holdExpiresAt: Temporal.Instant | null;
  spaces: { id: string; name: string }[];
};

/**
 * Runs a booking's transaction again when the exclusion constraint itself refused it: by then whoever was faster has
 * committed, so that the second run sees them and says who it is. Throws `Conflict` if it goes on happening.
 */
export async function onceMoreIfTaken<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (!isDoubleBooking(error)) throw error;
      if (tries === 3) throw new Conflict("space_taken");
    }
  }
}

function isDoubleBooking(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === "allocation_no_double_booking";
}

/** Locks an event at a venue that the actor reaches, with its spaces, or throws `NotFound`. */
export async function lockEvent(tx: Tx, organizationId: string, eventId: string): Promise<LockedEvent> {
  const row = await tx.db
    .selectFrom("event")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", eventId)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !reachesVenue(tx, row.venue_id)) throw new NotFound("event");
  const spaces = await tx.db
    .selectFrom("event_space")
    .innerJoin("space", (join) =>
      join
        .onRef("space.organization_id", "=", "event_space.organization_id")
        .onRef("space.id", "=", "event_space.space_id"),
    )
    .select(["space.id", "space.name"])
    .where("event_space.organization_id", "=", organizationId)
    .where("event_space.event_id", "=", eventId)
    .orderBy("event_space.position")
    .execute();
  const startsAt = fromDate(row.starts_at);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    type: row.type,
    clientName: row.client_name,
    headCount: row.head_count,
    status: row.status,
    venueId: row.venue_id,
    timeZone: row.time_zone,
    startsAt,
    holdExpiresAt: row.hold_expires_at && fromDate(row.hold_expires_at),
    times: { ...localTimes(row.local_start, row.local_end), startsAt, endsAt: fromDate(row.ends_at) },
    spaces,
  };
}

/** The spaces in use, all of one venue that the actor reaches, or `NotFound`. */
export async function spacesToBook(tx: Tx, organizationId: string, spaceIds: readonly string[]) {
  const rows = await tx.db
    .selectFrom("space")
    .innerJoin("venue", (join) =>
      join.onRef("venue.organization_id", "=", "space.organization_id").onRef("venue.id", "=", "space.venue_id"),
    )
    .select(["space.id", "space.name", "space.venue_id", "venue.time_zone"])
    .where("space.organization_id", "=", organizationId)
    .where("space.id", "in", [...spaceIds])
    .where("space.archived_at", "is", null)
    .where("venue.archived_at", "is", null)
    .execute();
  const [first] = rows;
  const together = rows.length === spaceIds.length && rows.every((row) => row.venue_id === first?.venue_id);
  if (!first || !together || !reachesVenue(tx, first.venue_id)) throw new NotFound("space");
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return {
    venueId: first.venue_id,
    timeZone: first.time_zone,
    spaces: spaceIds.map((id) => ({ id, name: names.get(id) ?? "" })),
  };
}

/** The number of a new event: the next of the organization. Waits for others that are being numbered. */
export async function nextEventNumber(tx: Tx, organizationId: string): Promise<number> {
  const { last_number } = await tx.db
    .insertInto("event_counter")
    .values({ organization_id: organizationId, last_number: 1 })
    .onConflict((conflict) =>
      conflict.column("organization_id").doUpdateSet({ last_number: sql<number>`event_counter.last_number + 1` }),
    )
    .returning("last_number")
    .executeTakeFirstOrThrow();
  return last_number;
}

/** Writes which spaces an event has, in their order, and its claims on their atoms, open or blocking. */
export async function claimSpaces(
  tx: Tx,
  organizationId: string,
  event: { id: string; venueId: string; blocking: boolean },
  spaceIds: readonly string[],
): Promise<void> {
  const rows = spaceIds.map((space_id, position) => ({
    organization_id: organizationId,
    event_id: event.id,
    venue_id: event.venueId,
    space_id,
    position,
  }));
  await tx.db.insertInto("event_space").values(rows).execute();
  const claimed = await insertClaims(tx, organizationId, [event.id], event.blocking);
  if (new Set(claimed).size < spaceIds.length) throw new NotFound("space");
}

/** Claims the atoms of the spaces that the events have, for their times and margins. Gives back the spaces, by atom. */
export async function insertClaims(
  tx: Tx,
  organizationId: string,
  eventIds: readonly string[],
  blocking: boolean,
): Promise<string[]> {
  const { rows } = await sql<{ space_id: string }>`
    insert into allocation (organization_id, event_id, space_id, atom_id, occupied, blocking)
    select e.organization_id, e.id, s.id, sa.atom_id,
           tstzrange(e.starts_at - make_interval(mins => s.setup_minutes),
                     e.ends_at + make_interval(mins => s.teardown_minutes)), ${blocking}
    from event e
    join event_space es on es.organization_id = e.organization_id and es.event_id = e.id
    join space s on s.organization_id = es.organization_id and s.id = es.space_id
    join space_atom sa on sa.organization_id = s.organization_id and sa.space_id = s.id
      and sa.valid @> e.local_start::date
    where e.organization_id = ${organizationId} and e.id = any(${[...eventIds]}::uuid[])
    returning space_id`.execute(tx.db);
  return rows.map((row) => row.space_id);
}

/** Ends an event for a reason and frees its places. What it was and what it is now, for the trail. */
export async function endEvent(
  tx: Tx,
  organizationId: string,
  event: { id: string; status: string },
  end: { status: "cancelled" | "lost"; reason: string },
) {
  await dropClaims(tx, organizationId, event.id);
  const after = { status: end.status, ended_reason: end.reason };
  await tx.db
    .updateTable("event")
    .set({ ...after, updated_at: toDate(tx.now) })
    .where("organization_id", "=", organizationId)
    .where("id", "=", event.id)
    .execute();
  return { before: { status: event.status }, after };
}

/** Takes an event's claims away: its places are free from the commit on. Which spaces it had stays known. */
export async function dropClaims(tx: Tx, organizationId: string, eventId: string): Promise<void> {
  await tx.db
    .deleteFrom("allocation")
    .where("organization_id", "=", organizationId)
    .where("event_id", "=", eventId)
    .execute();
}

/**
 * Locks the atoms of these spaces in id order, so that of many who want a place one goes on and the others wait for
 * its outcome, two seconds at most; new holds go by. The lock is for a good message; the constraint is the guarantee.
 */
export async function lockAtoms(tx: Tx, organizationId: string, spaceIds: readonly string[]): Promise<void> {
  await sql`select set_config('lock_timeout', '2s', true)`.execute(tx.db);
  await sql`
    select from atom
    where organization_id = ${organizationId} and id in (
      select atom_id from space_atom where organization_id = ${organizationId} and space_id = any(${[...spaceIds]}::uuid[]))
    order by id for no key update`.execute(tx.db);
}

/** How an event reads in the audit trail: what a person would name. */
export function eventForAudit(event: Pick<LockedEvent, "title" | "type" | "clientName" | "headCount" | "status">) {
  return {
    title: event.title,
    type: event.type,
    client_name: event.clientName,
    head_count: event.headCount,
    status: event.status,
  };
}

/** How a time and place read in the audit trail. */
export function placeForAudit(times: Times, spaces: readonly { name: string }[]) {
  return {
    local_start: times.localStart.toString({ smallestUnit: "minute" }),
    local_end: times.localEnd.toString({ smallestUnit: "minute" }),
    spaces: spaces.map((space) => space.name),
  };
}

/** The columns of a time. */
export function timeColumns(times: Times, timeZone: string) {
  return {
    local_start: times.localStart.toString(),
    local_end: times.localEnd.toString(),
    time_zone: timeZone,
    starts_at: toDate(times.startsAt),
    ends_at: toDate(times.endsAt),
  };
}

function localTimes(start: string, end: string) {
  return {
    localStart: Temporal.PlainDateTime.from(start.replace(" ", "T")),
    localEnd: Temporal.PlainDateTime.from(end.replace(" ", "T")),
  };
}
