import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { Forbidden } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import type { CreateVenue } from "./schema";
import { nextPosition, venueNameTaken } from "./store";

export type CreatedVenue = { venueId: string; name: string };

export type CreateVenueRefusal = { code: "name_taken" };

/**
 * Adds a site to the organization, at the end of its list.
 * Refuses with `name_taken` when another venue in use has the name. A member limited to some venues may not add one.
 */
export async function createVenue(ctx: Ctx, input: CreateVenue): Promise<Result<CreatedVenue, CreateVenueRefusal>> {
  authorize(ctx, "venue.update");
  const { actor } = ctx;
  if ("venueIds" in actor && actor.venueIds !== null) throw new Forbidden("venue.update");
  return transaction(ctx, async (tx) => {
    const { organizationId } = actor;
    if (await venueNameTaken(tx, organizationId, input.name)) return refuse({ code: "name_taken" });
    const venue = {
      id: newId<"venue">(),
      name: input.name,
      address: input.address || null,
      time_zone: input.timeZone,
      currency: input.currency,
      day_cutoff: input.dayCutoff,
      position: await nextPosition(tx, organizationId, "venue"),
    };
    await tx.db
      .insertInto("venue")
      .values({ ...venue, organization_id: organizationId })
      .execute();
    await audit(tx, "venue.created", { type: "venue", id: venue.id, name: venue.name }, { after: venue });
    return ok({ venueId: venue.id, name: venue.name });
  });
}
