import { audit } from "@/features/audit/audit";
import { whyNotThere } from "@/features/availability/queries";
import type { SpaceTaken } from "@/features/availability/rules";
import { authorize } from "@/features/identity/authorize";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { holdExpiry, type TimesRefusal, timesOf, whyNotThen } from "./rules";
import type { PlaceHold } from "./schema";
import { claimSpaces, eventForAudit, nextEventNumber, placeForAudit, spacesToBook, timeColumns } from "./store";

export type PlacedHold = { eventId: string; number: number; title: string; expiresAt: string };

export type PlaceHoldRefusal = TimesRefusal | SpaceTaken;

/**
 * Holds spaces of one venue for a new event until 18:00 of the day `holdDays` from now. Holds do not block each other:
 * whoever came first is first in line (its rank is derived).
 *
 * Refuses with `ends_before_start`, `too_long`, `in_the_past`, or `space_taken` when something confirmed or a closure
 * is there: by whom, as far as the actor may know, and the nearest ways out.
 */
export async function placeHold(ctx: Ctx, input: PlaceHold): Promise<Result<PlacedHold, PlaceHoldRefusal>> {
  authorize(ctx, "event.create");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const { venueId, timeZone, spaces } = await spacesToBook(tx, organizationId, input.spaceIds);
    const times = timesOf(input, timeZone);
    const wish = { ...times, spaceIds: input.spaceIds, timeZone, withMargins: true, exceptClaimId: null };
    const refusal =
      whyNotThen(times, tx.now) ??
      (await whyNotThere(tx, organizationId, { ...wish, headCount: input.headCount ?? null }));
    if (refusal) return refuse(refusal);

    const event = {
      id: newId<"event">(),
      number: await nextEventNumber(tx, organizationId),
      title: input.title,
      type: input.type,
      clientName: input.clientName || null,
      headCount: input.headCount ?? null,
      status: "tentative",
    };
    const expiresAt = holdExpiry(tx.now, input.holdDays, timeZone, times.startsAt);
    await tx.db
      .insertInto("event")
      .values({
        organization_id: organizationId,
        id: event.id,
        number: event.number,
        title: event.title,
        type: event.type,
        client_name: event.clientName,
        head_count: event.headCount,
        status: event.status,
        venue_id: venueId,
        ...timeColumns(times, timeZone),
        hold_expires_at: toDate(expiresAt),
        priority_at: toDate(tx.now),
        created_by: tx.actor.kind === "user" ? tx.actor.memberId : null,
        created_at: toDate(tx.now),
        updated_at: toDate(tx.now),
      })
      .execute();
    await claimSpaces(tx, organizationId, { id: event.id, venueId, blocking: false }, input.spaceIds);
    const after = { ...eventForAudit(event), ...placeForAudit(times, spaces), hold_expires_at: expiresAt.toString() };
    await audit(tx, "event.held", { type: "event", id: event.id, name: event.title }, { after });
    return ok({ eventId: event.id, number: event.number, title: event.title, expiresAt: expiresAt.toString() });
  });
}
