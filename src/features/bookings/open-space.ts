import { audit } from "@/features/audit/audit";
import { authorize, reachesVenue } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import type { OpenSpace } from "./schema";

export type OpenedSpace = { closureId: string; spaceId: string };

/** Puts a space back on sale: its closure goes. Throws `NotFound` for a closure that is not there or out of reach. */
export async function openSpace(ctx: Ctx, input: OpenSpace): Promise<Result<OpenedSpace>> {
  authorize(ctx, "closure.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const closure = await tx.db
      .deleteFrom("closure")
      .where("organization_id", "=", organizationId)
      .where("id", "=", input.closureId)
      .returning(["id", "venue_id", "space_id", "reason", "local_start", "local_end"])
      .executeTakeFirst();
    if (!closure || !reachesVenue(tx, closure.venue_id)) throw new NotFound("closure");
    const { reason, local_start, local_end } = closure;
    const subject = { type: "closure", id: closure.id, name: reason };
    await audit(tx, "closure.removed", subject, { before: { reason, local_start, local_end } });
    return ok({ closureId: closure.id, spaceId: closure.space_id });
  });
}
