import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import type { ArchiveSpace } from "./schema";
import { lockSpace } from "./store";

export type ArchivedSpace = { spaceId: string; name: string };

export type ArchiveSpaceRefusal = { code: "space_in_use"; events: number };

/**
 * Takes a space out of what is sold; its past stays.
 * Refuses with `space_in_use` while events that are not over have it: move or release those first.
 */
export async function archiveSpace(ctx: Ctx, input: ArchiveSpace): Promise<Result<ArchivedSpace, ArchiveSpaceRefusal>> {
  authorize(ctx, "venue.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const space = await lockSpace(tx, organizationId, input.spaceId);
    const { events } = await tx.db
      .selectFrom("event_space")
      .innerJoin("event", (join) =>
        join.onRef("event.organization_id", "=", "event_space.organization_id").onRef("event.id", "=", "event_id"),
      )
      .select((eb) => eb.fn.countAll<bigint>().as("events"))
      .where("event_space.organization_id", "=", organizationId)
      .where("event_space.space_id", "=", space.id)
      .where("event.status", "in", ["inquiry", "tentative", "confirmed", "in_progress"])
      .where("event.ends_at", ">", toDate(tx.now))
      .executeTakeFirstOrThrow();
    if (events > 0n) return refuse({ code: "space_in_use", events: Number(events) });
    await tx.db
      .updateTable("space")
      .set({ archived_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", space.id)
      .execute();
    await audit(tx, "space.archived", { type: "space", id: space.id, name: space.name });
    return ok({ spaceId: space.id, name: space.name });
  });
}
