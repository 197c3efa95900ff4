import { audit } from "@/features/audit/audit";
import { authorize, reachesVenue } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import type { ArchiveShift } from "./schema";

export type ArchivedShift = { shiftId: string; name: string };

/** Stops offering a shift; events keep their own times. Throws `NotFound` for one that is not there or out of reach. */
export async function archiveShift(ctx: Ctx, input: ArchiveShift): Promise<Result<ArchivedShift>> {
  authorize(ctx, "venue.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const shift = await tx.db
      .updateTable("shift")
      .set({ archived_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", input.shiftId)
      .where("archived_at", "is", null)
      .returning(["id", "name", "venue_id"])
      .executeTakeFirst();
    if (!shift || !reachesVenue(tx, shift.venue_id)) throw new NotFound("shift");
    await audit(tx, "shift.archived", { type: "shift", id: shift.id, name: shift.name });
    return ok({ shiftId: shift.id, name: shift.name });
  });
}
