import { sql } from "kysely";
import { authorizeSystem } from "@/features/identity/authorize";
import { ok, type Result } from "@/kernel/result";
import { fromDate, Temporal, toDate } from "@/kernel/time";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { type Times, timesAfterDays } from "./rules";
import { insertClaims } from "./store";

/**
 * Moves everything that a demo's organization has booked by whole weeks, so that it lies around today again and the
 * weekdays stay. Events that come to lie ahead are confirmed again; holds that ran out meanwhile are back in the line.
 * Does nothing for
 * an organization that is not a demo, or whose dates are less than a week old.
 */
export async function moveDemoForward(ctx: Ctx): Promise<Result<{ weeks: number }>> {
  authorizeSystem(ctx);
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const demo = await tx.db
      .selectFrom("organization")
      .select(["demo_as_of", "time_zone"])
      .where("id", "=", organizationId)
      .where("demo", "=", true)
      .forUpdate()
      .executeTakeFirst();
    if (!demo?.demo_as_of) return ok({ weeks: 0 });
    const asOf = Temporal.PlainDate.from(String(demo.demo_as_of));
    const today = tx.now.toZonedDateTimeISO(demo.time_zone).toPlainDate();
    const weeks = Math.floor(asOf.until(today).days / 7);
    if (weeks < 1) return ok({ weeks: 0 });
    await moveAll(tx, organizationId, weeks * 7);
    await tx.db
      .updateTable("organization")
      .set({ demo_as_of: asOf.add({ weeks }).toString() })
      .where("id", "=", organizationId)
      .execute();
    return ok({ weeks });
  });
}

/** The latest first: each goes where one that stood there has just left, and the constraint never sees two. */
async function moveAll(tx: Tx, organizationId: string, days: number): Promise<void> {
  const { rows } = await sql<Booked>`
    select 'event' as kind, id, local_start, local_end, time_zone, starts_at, ends_at from event
    where organization_id = ${organizationId}
    union all
    select 'closure', id, local_start, local_end, time_zone, starts_at, ends_at from closure
    where organization_id = ${organizationId}
    order by starts_at desc`.execute(tx.db);
  for (const row of rows) await moveOne(tx, organizationId, row, days);
  const now = toDate(tx.now);
  await sql`update event set status = 'confirmed' where organization_id = ${organizationId}
    and status in ('in_progress', 'completed') and starts_at > ${now}`.execute(tx.db);
  const revived = await sql<{ id: string }>`
    update event set status = 'tentative', ended_reason = null where organization_id = ${organizationId}
    and status = 'lost' and ended_reason = 'expired' and hold_expires_at > ${now} returning id`.execute(tx.db);
  await insertClaims(
    tx,
    organizationId,
    revived.rows.map(({ id }) => id),
    false,
  );
}

type Booked = {
  kind: "event" | "closure";
  id: string;
  local_start: string;
  local_end: string;
  time_zone: string;
  starts_at: Date;
  ends_at: Date;
};

async function moveOne(tx: Tx, organizationId: string, row: Booked, days: number): Promise<void> {
  const local = (text: string) => Temporal.PlainDateTime.from(text.replace(" ", "T"));
  const before: Times = {
    localStart: local(row.local_start),
    localEnd: local(row.local_end),
    startsAt: fromDate(row.starts_at),
    endsAt: fromDate(row.ends_at),
  };
  const after = timesAfterDays(before, days, row.time_zone);
  const times = sql`local_start = ${after.localStart.toString()}::timestamp, local_end = ${after.localEnd.toString()}::timestamp,
    starts_at = ${toDate(after.startsAt)}, ends_at = ${toDate(after.endsAt)}`;
  if (row.kind === "event") {
    await sql`update event set ${times}, hold_expires_at = hold_expires_at + make_interval(days => ${days})
      where organization_id = ${organizationId} and id = ${row.id}`.execute(tx.db);
  } else {
    await sql`update closure set ${times} where organization_id = ${organizationId} and id = ${row.id}`.execute(tx.db);
  }
  const shift = sql`make_interval(secs => ${before.startsAt.until(after.startsAt).total("seconds")})`;
  await sql`update allocation set occupied = tstzrange(lower(occupied) + ${shift}, upper(occupied) + ${shift})
    where organization_id = ${organizationId} and claim_id = ${row.id}`.execute(tx.db);
}
