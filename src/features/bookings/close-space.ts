import { sql } from "kysely";
import { audit } from "@/features/audit/audit";
import { whyNotThere } from "@/features/availability/queries";
import type { SpaceTaken } from "@/features/availability/rules";
import { authorize } from "@/features/identity/authorize";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { Temporal, toDate } from "@/kernel/time";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { timesOf } from "./rules";
import type { CloseSpace } from "./schema";
import { lockAtoms, onceMoreIfTaken, placeForAudit, spacesToBook, timeColumns } from "./store";

export type ClosedSpace = { closureId: string; spaceId: string };

export type CloseSpaceRefusal = { code: "ends_before_start" } | { code: "too_long" } | SpaceTaken;

const longestDays = 731;

/**
 * Takes a space off sale for a while: maintenance, a holiday. A closure blocks like a confirmed event does, with all
 * the space's parts; holds that are there stay in line and cannot be confirmed.
 *
 * Refuses with `ends_before_start`, `too_long` (two years), or `space_taken` when something confirmed, or another
 * closure, is there.
 */
export async function closeSpace(ctx: Ctx, input: CloseSpace): Promise<Result<ClosedSpace, CloseSpaceRefusal>> {
  authorize(ctx, "closure.update");
  const { organizationId } = ctx.actor;
  return onceMoreIfTaken(() =>
    transaction(ctx, async (tx) => {
      const { venueId, timeZone, spaces } = await spacesToBook(tx, organizationId, [input.spaceId]);
      const times = timesOf(input, timeZone);
      if (Temporal.Instant.compare(times.endsAt, times.startsAt) <= 0) return refuse({ code: "ends_before_start" });
      if (times.startsAt.until(times.endsAt).total("hours") > longestDays * 24) return refuse({ code: "too_long" });
      await lockAtoms(tx, organizationId, [input.spaceId]);
      const wish = { ...times, spaceIds: [input.spaceId], timeZone, headCount: null, withMargins: false };
      const taken = await whyNotThere(tx, organizationId, { ...wish, exceptClaimId: null });
      if (taken) return refuse({ ...taken, alternatives: [] });

      const closure = {
        organization_id: organizationId,
        id: newId<"closure">(),
        venue_id: venueId,
        space_id: input.spaceId,
        reason: input.reason,
        ...timeColumns(times, timeZone),
        created_by: tx.actor.kind === "user" ? tx.actor.memberId : null,
        created_at: toDate(tx.now),
      };
      await tx.db.insertInto("closure").values(closure).execute();
      await block(tx, organizationId, closure.id);
      const after = { reason: input.reason, ...placeForAudit(times, spaces) };
      await audit(tx, "closure.created", { type: "closure", id: closure.id, name: input.reason }, { after });
      return ok({ closureId: closure.id, spaceId: input.spaceId });
    }),
  );
}

/** Every atom that the space is made of on any day of the closure. */
async function block(tx: Tx, organizationId: string, closureId: string): Promise<void> {
  await sql`
    insert into allocation (organization_id, closure_id, space_id, atom_id, occupied, blocking)
    select distinct c.organization_id, c.id, c.space_id, sa.atom_id, tstzrange(c.starts_at, c.ends_at), true
    from closure c
    join space_atom sa on sa.organization_id = c.organization_id and sa.space_id = c.space_id
      and sa.valid && daterange(c.local_start::date, c.local_end::date, '[]')
    where c.organization_id = ${organizationId} and c.id = ${closureId}`.execute(tx.db);
}
