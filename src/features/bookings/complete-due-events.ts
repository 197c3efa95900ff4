import { audit } from "@/features/audit/audit";
import { authorizeSystem } from "@/features/identity/authorize";
import { ok, type Result } from "@/kernel/result";
import { fromDate, Temporal, toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";

/** How many at a time; what is left waits for the next run. */
const batch = 200;

/**
 * Moves the organization's confirmed events on with the clock: `in_progress` from their start, `completed` from their
 * end. A job's work; what they block stays blocked. Safe to run twice.
 */
export async function completeDueEvents(ctx: Ctx): Promise<Result<{ started: number; completed: number }>> {
  authorizeSystem(ctx);
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const due = await tx.db
      .selectFrom("event")
      .select(["id", "title", "status", "starts_at", "ends_at"])
      .where("organization_id", "=", organizationId)
      .where((eb) =>
        eb.or([
          eb.and([eb("status", "=", "confirmed"), eb("starts_at", "<=", toDate(tx.now))]),
          eb.and([eb("status", "=", "in_progress"), eb("ends_at", "<=", toDate(tx.now))]),
        ]),
      )
      .orderBy("starts_at")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute();
    const counts = { started: 0, completed: 0 };
    for (const event of due) {
      const over = Temporal.Instant.compare(fromDate(event.ends_at), tx.now) <= 0;
      counts[over ? "completed" : "started"]++;
      const after = { status: over ? "completed" : "in_progress" };
      await tx.db
        .updateTable("event")
        .set({ ...after, updated_at: toDate(tx.now) })
        .where("organization_id", "=", organizationId)
        .where("id", "=", event.id)
        .execute();
      const subject = { type: "event", id: event.id, name: event.title };
      const deed = over ? "event.completed" : "event.started";
      await audit(tx, deed, subject, { before: { status: event.status }, after });
    }
    return ok(counts);
  });
}
