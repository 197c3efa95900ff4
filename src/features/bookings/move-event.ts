import { audit } from "@/features/audit/audit";
import { whyNotThere } from "@/features/availability/queries";
import type { SpaceTaken } from "@/features/availability/rules";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { Temporal, toDate } from "@/kernel/time";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { type Times, type TimesRefusal, timesOf, type WhyNotMove, whyNotMove, whyNotThen } from "./rules";
import type { MoveEvent } from "./schema";
import {
  claimSpaces,
  dropClaims,
  type LockedEvent,
  lockAtoms,
  lockEvent,
  onceMoreIfTaken,
  placeForAudit,
  spacesToBook,
  timeColumns,
} from "./store";

export type MovedEvent = { eventId: string; number: number; title: string };

export type MoveEventRefusal = WhyNotMove | TimesRefusal | SpaceTaken;

/**
 * Gives a hold or a confirmed event another place, day or hours; it stays what it was, a confirmed one as firm as
 * before. Absent parts stay; without new hours it keeps its own, on the new day.
 *
 * Refuses with `not_movable`, `already_started`, `ends_before_start`, `too_long`, `in_the_past`, or `space_taken`.
 */
export async function moveEvent(ctx: Ctx, input: MoveEvent): Promise<Result<MovedEvent, MoveEventRefusal>> {
  authorize(ctx, "event.update");
  const { organizationId } = ctx.actor;
  return onceMoreIfTaken(() =>
    transaction(ctx, async (tx) => {
      const event = await lockEvent(tx, organizationId, input.eventId);
      const spaceIds = input.spaceIds ?? event.spaces.map(({ id }) => id);
      const place = await spacesToBook(tx, organizationId, spaceIds);
      await lockAtoms(tx, organizationId, [...spaceIds, ...event.spaces.map(({ id }) => id)]);
      const times = newTimes(event, input, place.timeZone);
      const wish = { ...times, spaceIds, timeZone: place.timeZone, withMargins: true, exceptClaimId: event.id };
      const refusal =
        whyNotMove(event, tx.now) ??
        whyNotThen(times, tx.now) ??
        (await whyNotThere(tx, organizationId, { ...wish, headCount: event.headCount }));
      if (refusal) return refuse(refusal);

      await moveTo(tx, organizationId, event, { ...place, times });
      const subject = { type: "event", id: event.id, name: event.title };
      await audit(tx, "event.moved", subject, {
        before: placeForAudit(event.times, event.spaces),
        after: placeForAudit(times, place.spaces),
      });
      return ok({ eventId: event.id, number: event.number, title: event.title });
    }),
  );
}

/** A hold that would outlive its event ends with its new start. */
async function moveTo(
  tx: Tx,
  organizationId: string,
  event: LockedEvent,
  to: { venueId: string; timeZone: string; spaces: { id: string }[]; times: Times },
): Promise<void> {
  const expiresAt = event.holdExpiresAt;
  const late = expiresAt !== null && Temporal.Instant.compare(expiresAt, to.times.startsAt) > 0;
  await dropClaims(tx, organizationId, event.id);
  await tx.db
    .deleteFrom("event_space")
    .where("organization_id", "=", organizationId)
    .where("event_id", "=", event.id)
    .execute();
  await tx.db
    .updateTable("event")
    .set({
      venue_id: to.venueId,
      ...timeColumns(to.times, to.timeZone),
      ...(late ? { hold_expires_at: toDate(to.times.startsAt) } : {}),
      updated_at: toDate(tx.now),
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", event.id)
    .execute();
  const blocking = event.status !== "tentative";
  const spaceIds = to.spaces.map(({ id }) => id);
  await claimSpaces(tx, organizationId, { id: event.id, venueId: to.venueId, blocking }, spaceIds);
}

function newTimes(event: LockedEvent, input: MoveEvent, timeZone: string): Times {
  const { localStart, localEnd } = event.times;
  const days = localStart.toPlainDate().until(localEnd.toPlainDate()).days;
  const date = input.date ?? localStart.toPlainDate().toString();
  const newHours = input.starts !== undefined || input.ends !== undefined;
  const sameSpan = newHours ? undefined : Temporal.PlainDate.from(date).add({ days }).toString();
  return timesOf(
    {
      date,
      starts: input.starts ?? localStart.toPlainTime().toString(),
      ends: input.ends ?? localEnd.toPlainTime().toString(),
      endDate: input.endDate ?? sameSpan,
    },
    timeZone,
  );
}
