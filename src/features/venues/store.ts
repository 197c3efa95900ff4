import { sql } from "kysely";
import { reachesVenue } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import type { Tx } from "@/platform/transaction";

/** The place after the last one of a list. */
export async function nextPosition(
  tx: Tx,
  organizationId: string,
  table: "venue" | "space" | "shift",
): Promise<number> {
  const { last } = await tx.db
    .selectFrom(table)
    .select((eb) => eb.fn.max("position").as("last"))
    .where("organization_id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return (last ?? -1) + 1;
}

/** Locks a venue in use that the actor reaches, or throws `NotFound`. */
export async function lockVenue(tx: Tx, organizationId: string, venueId: string) {
  const venue = await tx.db
    .selectFrom("venue")
    .select(["id", "name", "address", "time_zone", "currency", "day_cutoff"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", venueId)
    .where("archived_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!venue || !reachesVenue(tx, venue.id)) throw new NotFound("venue");
  return venue;
}

/** Locks a space in use whose venue the actor reaches, or throws `NotFound`. */
export async function lockSpace(tx: Tx, organizationId: string, spaceId: string) {
  const space = await tx.db
    .selectFrom("space")
    .select(["id", "venue_id", "name", "capacity", "setup_minutes", "teardown_minutes"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", spaceId)
    .where("archived_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
  if (!space || !reachesVenue(tx, space.venue_id)) throw new NotFound("space");
  return space;
}

/** Whether a venue in use other than `exceptId` has the name, read without accents and case. */
export async function venueNameTaken(
  tx: Tx,
  organizationId: string,
  name: string,
  exceptId?: string,
): Promise<boolean> {
  const found = await tx.db
    .selectFrom("venue")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where(sql`search_key(name)`, "=", sql`search_key(${name})`)
    .where("archived_at", "is", null)
    .execute();
  return found.some((venue) => venue.id !== exceptId);
}

/** Whether a space (or shift) in use of the venue other than `exceptId` has the name. */
export async function nameTakenInVenue(
  tx: Tx,
  organizationId: string,
  table: "space" | "shift",
  place: { venueId: string; name: string; exceptId?: string },
): Promise<boolean> {
  const found = await tx.db
    .selectFrom(table)
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("venue_id", "=", place.venueId)
    .where(sql`search_key(name)`, "=", sql`search_key(${place.name})`)
    .where("archived_at", "is", null)
    .execute();
  return found.some(({ id }) => id !== place.exceptId);
}
