import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import type { ReleaseHold } from "./schema";
import { dropClaims, lockEvent } from "./store";

export type ReleasedHold = { eventId: string; number: number; title: string };

export type ReleaseHoldRefusal = { code: "not_tentative"; status: string };

/**
 * Gives a hold up: the event is lost, with its reason, and whoever was behind it in line moves up by one.
 * Refuses with `not_tentative`: what is confirmed is cancelled instead.
 */
export async function releaseHold(ctx: Ctx, input: ReleaseHold): Promise<Result<ReleasedHold, ReleaseHoldRefusal>> {
  authorize(ctx, "event.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const event = await lockEvent(tx, organizationId, input.eventId);
    if (event.status !== "tentative") return refuse({ code: "not_tentative", status: event.status });
    await dropClaims(tx, organizationId, event.id);
    const after = { status: "lost", ended_reason: input.reason };
    await tx.db
      .updateTable("event")
      .set({ ...after, updated_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", event.id)
      .execute();
    const subject = { type: "event", id: event.id, name: event.title };
    await audit(tx, "event.released", subject, { before: { status: event.status }, after });
    return ok({ eventId: event.id, number: event.number, title: event.title });
  });
}
