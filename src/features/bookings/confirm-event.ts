import { audit } from "@/features/audit/audit";
import { whyNotThere } from "@/features/availability/queries";
import type { SpaceTaken } from "@/features/availability/rules";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { type WhyNotConfirm, whyNotConfirm } from "./rules";
import type { ConfirmEvent } from "./schema";
import { lockAtoms, lockEvent, onceMoreIfTaken } from "./store";

export type ConfirmedEvent = { eventId: string; number: number; title: string };

export type ConfirmEventRefusal = WhyNotConfirm | SpaceTaken;

/**
 * Confirms a tentative event: from here on its claims block everybody else's. Until there are quotes to accept, the
 * override's reason says why it may; it goes into the audit trail. A hold that expired confirms if the place is free.
 *
 * Refuses with `not_tentative`, `already_started`, or `space_taken` (who holds the place, as far as the actor may know,
 * and the nearest alternatives). The exclusion constraint on `allocation` is the guarantee; the locks only turn a late
 * 23P01 into an early, polite answer.
 */
export async function confirmEvent(
  ctx: Ctx,
  input: ConfirmEvent,
): Promise<Result<ConfirmedEvent, ConfirmEventRefusal>> {
  authorize(ctx, "event.confirm");
  const { organizationId } = ctx.actor;
  return onceMoreIfTaken(() =>
    transaction(ctx, async (tx) => {
      const event = await lockEvent(tx, organizationId, input.eventId);
      const spaceIds = event.spaces.map(({ id }) => id);
      await lockAtoms(tx, organizationId, spaceIds);
      const wish = { ...event.times, spaceIds, timeZone: event.timeZone, withMargins: true };
      const refusal =
        whyNotConfirm(event, tx.now) ??
        (await whyNotThere(tx, organizationId, { ...wish, headCount: event.headCount, exceptClaimId: event.id }));
      if (refusal) return refuse(refusal);

      await tx.db
        .updateTable("allocation")
        .set({ blocking: true })
        .where("organization_id", "=", organizationId)
        .where("event_id", "=", event.id)
        .execute();
      await tx.db
        .updateTable("event")
        .set({
          status: "confirmed",
          confirmed_at: toDate(tx.now),
          override_reason: input.override.reason,
          updated_at: toDate(tx.now),
        })
        .where("organization_id", "=", organizationId)
        .where("id", "=", event.id)
        .execute();
      const after = { status: "confirmed", override_reason: input.override.reason };
      await audit(
        tx,
        "event.confirmed",
        { type: "event", id: event.id, name: event.title },
        { before: { status: event.status }, after },
      );
      return ok({ eventId: event.id, number: event.number, title: event.title });
    }),
  );
}
