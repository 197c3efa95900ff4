import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { isCancellable } from "./rules";
import type { CancelEvent } from "./schema";
import { endEvent, lockEvent } from "./store";

export type CancelledEvent = { eventId: string; number: number; title: string };

export type CancelEventRefusal = { code: "not_cancellable"; status: string };

/**
 * Cancels an event that is not over, with its reason, and frees its places.
 * Refuses with `not_cancellable` once it is completed, closed, cancelled or lost.
 */
export async function cancelEvent(ctx: Ctx, input: CancelEvent): Promise<Result<CancelledEvent, CancelEventRefusal>> {
  authorize(ctx, "event.cancel");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const event = await lockEvent(tx, organizationId, input.eventId);
    if (!isCancellable(event.status)) return refuse({ code: "not_cancellable", status: event.status });
    const change = await endEvent(tx, organizationId, event, { status: "cancelled", reason: input.reason });
    const subject = { type: "event", id: event.id, name: event.title };
    await audit(tx, "event.cancelled", subject, change);
    return ok({ eventId: event.id, number: event.number, title: event.title });
  });
}
