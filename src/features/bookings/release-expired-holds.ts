import { audit } from "@/features/audit/audit";
import { authorizeSystem } from "@/features/identity/authorize";
import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { endEvent } from "./store";

/** How many at a time, so that no transaction is long; what is left waits for the next run. */
const batch = 200;

/**
 * Releases holds of the organization whose time is over, as `lost`: a job's work. Rank and calendar do not wait for it,
 * they leave expired holds out by the clock. Safe to run twice; two at once share the work.
 */
export async function releaseExpiredHolds(ctx: Ctx): Promise<Result<{ released: number }>> {
  authorizeSystem(ctx);
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const expired = await tx.db
      .selectFrom("event")
      .select(["id", "title", "status", "hold_expires_at"])
      .where("organization_id", "=", organizationId)
      .where("status", "=", "tentative")
      .where("hold_expires_at", "<=", toDate(tx.now))
      .orderBy("hold_expires_at")
      .limit(batch)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const hold of expired) {
      const change = await endEvent(tx, organizationId, hold, { status: "lost", reason: "expired" });
      const subject = { type: "event", id: hold.id, name: hold.title };
      await audit(tx, "event.expired", subject, change);
    }
    return ok({ released: expired.length });
  });
}
