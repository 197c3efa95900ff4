import { sql } from "kysely";
import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import type { CreateSpace } from "./schema";
import { lockVenue, nameTakenInVenue, nextPosition } from "./store";

export type CreatedSpace = { spaceId: string; venueId: string; name: string };

export type CreateSpaceRefusal = { code: "name_taken" } | { code: "part_not_found" };

/**
 * Adds a space to a venue. A room of its own gets an atom of its own; one that is `madeOf` others maps to their atoms,
 * so that selling the whole takes the parts, and the other way round, without a list of pairs.
 * Refuses with `name_taken`, or `part_not_found` when a part is not a space in use of the same venue.
 */
export async function createSpace(ctx: Ctx, input: CreateSpace): Promise<Result<CreatedSpace, CreateSpaceRefusal>> {
  authorize(ctx, "venue.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const venue = await lockVenue(tx, organizationId, input.venueId);
    if (await nameTakenInVenue(tx, organizationId, "space", { venueId: venue.id, name: input.name })) {
      return refuse({ code: "name_taken" });
    }
    const atomIds = input.madeOf.length
      ? await atomsOf(tx, organizationId, venue, input.madeOf)
      : [await addAtom(tx, organizationId, venue.id, input.name)];
    if (!atomIds) return refuse({ code: "part_not_found" });

    const space = {
      id: newId<"space">(),
      venue_id: venue.id,
      name: input.name,
      capacity: input.capacity,
      setup_minutes: input.setupMinutes,
      teardown_minutes: input.teardownMinutes,
      position: await nextPosition(tx, organizationId, "space"),
    };
    await tx.db
      .insertInto("space")
      .values({ ...space, organization_id: organizationId })
      .execute();
    const parts = atomIds.map((atom_id) => ({
      organization_id: organizationId,
      venue_id: venue.id,
      space_id: space.id,
      atom_id,
    }));
    await tx.db.insertInto("space_atom").values(parts).execute();
    await addLayouts(tx, organizationId, space.id, input.layouts);
    const after = { ...space, made_of: input.madeOf, layouts: input.layouts };
    await audit(tx, "space.created", { type: "space", id: space.id, name: space.name }, { after });
    return ok({ spaceId: space.id, venueId: venue.id, name: space.name });
  });
}

/** The atoms that the spaces are made of today at the venue, or null when one of the spaces is not there. */
async function atomsOf(
  tx: Tx,
  organizationId: string,
  venue: { id: string; time_zone: string },
  spaceIds: string[],
): Promise<string[] | null> {
  const today = tx.now.toZonedDateTimeISO(venue.time_zone).toPlainDate().toString();
  const rows = await tx.db
    .selectFrom("space")
    .innerJoin("space_atom", (join) =>
      join
        .onRef("space_atom.organization_id", "=", "space.organization_id")
        .onRef("space_atom.space_id", "=", "space.id"),
    )
    .select(["space.id", "space_atom.atom_id"])
    .where("space.organization_id", "=", organizationId)
    .where("space.venue_id", "=", venue.id)
    .where("space.id", "in", spaceIds)
    .where("space.archived_at", "is", null)
    .where(sql<boolean>`space_atom.valid @> ${today}::date`)
    .execute();
  const found = new Set(rows.map((row) => row.id));
  return spaceIds.every((id) => found.has(id)) ? [...new Set(rows.map((row) => row.atom_id))] : null;
}

async function addAtom(tx: Tx, organizationId: string, venueId: string, name: string): Promise<string> {
  const id = newId<"atom">();
  await tx.db.insertInto("atom").values({ organization_id: organizationId, id, venue_id: venueId, name }).execute();
  return id;
}

async function addLayouts(
  tx: Tx,
  organizationId: string,
  spaceId: string,
  layouts: CreateSpace["layouts"],
): Promise<void> {
  if (layouts.length === 0) return;
  const rows = layouts.map((layout, position) => ({
    ...layout,
    organization_id: organizationId,
    id: newId<"layout">(),
    space_id: spaceId,
    position,
  }));
  await tx.db.insertInto("layout").values(rows).execute();
}
