import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import type { UpdateSpace } from "./schema";
import { lockSpace, nameTakenInVenue } from "./store";

export type UpdatedSpace = { spaceId: string; name: string };

export type UpdateSpaceRefusal = { code: "name_taken" };

/**
 * Changes a space's name, capacity, set-up or tear-down; what is absent stays. New minutes count for what is booked or
 * moved from now on: claims that stand keep the time they were given.
 * Refuses with `name_taken`. Throws `NotFound` for a space that is not there, archived or out of reach.
 */
export async function updateSpace(ctx: Ctx, input: UpdateSpace): Promise<Result<UpdatedSpace, UpdateSpaceRefusal>> {
  authorize(ctx, "venue.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const before = await lockSpace(tx, organizationId, input.spaceId);
    const change = {
      name: input.name ?? before.name,
      capacity: input.capacity ?? before.capacity,
      setup_minutes: input.setupMinutes ?? before.setup_minutes,
      teardown_minutes: input.teardownMinutes ?? before.teardown_minutes,
    };
    const place = { venueId: before.venue_id, name: change.name, exceptId: before.id };
    if (await nameTakenInVenue(tx, organizationId, "space", place)) return refuse({ code: "name_taken" });
    await tx.db
      .updateTable("space")
      .set({ ...change, updated_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", before.id)
      .execute();
    const after = { ...before, ...change };
    await audit(tx, "space.updated", { type: "space", id: before.id, name: change.name }, { before, after });
    return ok({ spaceId: before.id, name: change.name });
  });
}
