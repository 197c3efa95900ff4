import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import type { CreateShift } from "./schema";
import { lockVenue, nameTakenInVenue, nextPosition } from "./store";

export type CreatedShift = { shiftId: string; venueId: string; name: string };

export type CreateShiftRefusal = { code: "name_taken" } | { code: "empty_shift" };

/**
 * Adds a sellable slice of the day to a venue; one that ends before it starts crosses midnight.
 * Refuses with `name_taken`, or `empty_shift` when it ends when it starts.
 */
export async function createShift(ctx: Ctx, input: CreateShift): Promise<Result<CreatedShift, CreateShiftRefusal>> {
  authorize(ctx, "venue.update");
  const { organizationId } = ctx.actor;
  if (input.starts === input.ends) return refuse({ code: "empty_shift" });
  return transaction(ctx, async (tx) => {
    const venue = await lockVenue(tx, organizationId, input.venueId);
    if (await nameTakenInVenue(tx, organizationId, "shift", { venueId: venue.id, name: input.name })) {
      return refuse({ code: "name_taken" });
    }
    const shift = {
      id: newId<"shift">(),
      venue_id: venue.id,
      name: input.name,
      starts: input.starts,
      ends: input.ends,
      position: await nextPosition(tx, organizationId, "shift"),
    };
    await tx.db
      .insertInto("shift")
      .values({ ...shift, organization_id: organizationId })
      .execute();
    await audit(tx, "shift.created", { type: "shift", id: shift.id, name: shift.name }, { after: shift });
    return ok({ shiftId: shift.id, venueId: venue.id, name: shift.name });
  });
}
