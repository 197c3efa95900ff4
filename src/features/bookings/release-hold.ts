import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import type { ReleaseHold } from "./schema";
import { endEvent, lockEvent } from "./store";

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
    const change = await endEvent(tx, organizationId, event, { status: "lost", reason: input.reason });
    const subject = { type: "event", id: event.id, name: event.title };
    await audit(tx, "event.released", subject, change);
    return ok({ eventId: event.id, number: event.number, title: event.title });
  });
}
