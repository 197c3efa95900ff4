import { authorize } from "@/features/identity/authorize";
import { createShift } from "@/features/venues/create-shift";
import { getVenue } from "@/features/venues/queries";
import { updateSpace } from "@/features/venues/update-space";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import type { SetUpShifts } from "./schema";

export type SetUpShiftsRefusal = { code: "name_taken"; name: string } | { code: "empty_shift"; name: string };

/**
 * Fourth step of the wizard: the turns in which a venue sells its day, and the minutes that every one of its spaces
 * keeps free before and after an event. All or none. Refuses with `name_taken` or `empty_shift`.
 */
export async function setUpShifts(
  ctx: Ctx,
  input: SetUpShifts,
): Promise<Result<{ venueId: string }, SetUpShiftsRefusal>> {
  authorize(ctx, "venue.update");
  const { venueId, setupMinutes, teardownMinutes } = input;
  return transaction(ctx, async (tx): Promise<Result<{ venueId: string }, SetUpShiftsRefusal>> => {
    for (const shift of input.shifts) {
      const made = await createShift(tx, { venueId, ...shift });
      if (!made.ok) return refuse({ code: made.refusal.code, name: shift.name });
    }
    const { spaces } = await getVenue(tx, { venueId });
    for (const space of spaces) {
      if (space.setupMinutes === setupMinutes && space.teardownMinutes === teardownMinutes) continue;
      const changed = await updateSpace(tx, { spaceId: space.id, setupMinutes, teardownMinutes });
      if (!changed.ok) return refuse({ code: "name_taken", name: space.name });
    }
    return ok({ venueId });
  });
}
