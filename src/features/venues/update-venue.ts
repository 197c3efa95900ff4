import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import type { UpdateVenue } from "./schema";
import { lockVenue, venueNameTaken } from "./store";

export type UpdatedVenue = { venueId: string; name: string };

export type UpdateVenueRefusal = { code: "name_taken" };

/**
 * Changes a venue's name, address or cut-off; what is absent stays. Zone and currency stay: events stand on them.
 * Refuses with `name_taken`. Throws `NotFound` for a venue that is not there, archived or out of reach.
 */
export async function updateVenue(ctx: Ctx, input: UpdateVenue): Promise<Result<UpdatedVenue, UpdateVenueRefusal>> {
  authorize(ctx, "venue.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const before = await lockVenue(tx, organizationId, input.venueId);
    const after = {
      ...before,
      name: input.name ?? before.name,
      address: input.address === undefined ? before.address : input.address || null,
      day_cutoff: input.dayCutoff ?? before.day_cutoff,
    };
    if (await venueNameTaken(tx, organizationId, after.name, before.id)) return refuse({ code: "name_taken" });
    await tx.db
      .updateTable("venue")
      .set({ name: after.name, address: after.address, day_cutoff: after.day_cutoff, updated_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", before.id)
      .execute();
    await audit(tx, "venue.updated", { type: "venue", id: before.id, name: after.name }, { before, after });
    return ok({ venueId: before.id, name: after.name });
  });
}
