import { authorizeSystem } from "@/features/identity/authorize";
import { ok, type Result } from "@/kernel/result";
import { type Temporal, toDate } from "@/kernel/time";
import { type Ctx, reading, type Tx, transaction } from "@/platform/transaction";

/** How many rows went, by table. */
export type Purged = { idempotencyKeys: number; invitations: number };

/**
 * Deletes what is over in every organization: idempotency keys older than a day (the promise of the API), invitations
 * that were revoked or ran out a month ago. Runs in the installation's own organization and goes through all others,
 * each in a transaction of its own. Refuses nothing.
 */
export async function purgeExpired(ctx: Ctx): Promise<Result<Purged>> {
  authorizeSystem(ctx);
  const purged: Purged = { idempotencyKeys: 0, invitations: 0 };
  for (const { id } of await reading(ctx, (tx) => tx.db.selectFrom("organization").select("id").execute())) {
    await transaction({ ...ctx, actor: { ...ctx.actor, organizationId: id } }, async (tx) => {
      purged.idempotencyKeys += await purgeIdempotencyKeys(tx, id);
      purged.invitations += await purgeInvitations(tx, id);
      return ok(null);
    });
  }
  return ok(purged);
}

async function purgeIdempotencyKeys(tx: Tx, organizationId: string): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom("idempotency_key")
    .where("organization_id", "=", organizationId)
    .where("created_at", "<", hoursBefore(tx.now, 24))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function purgeInvitations(tx: Tx, organizationId: string): Promise<number> {
  const monthAgo = hoursBefore(tx.now, 30 * 24);
  const { numDeletedRows } = await tx.db
    .deleteFrom("invitation")
    .where("organization_id", "=", organizationId)
    .where("accepted_at", "is", null)
    .where((eb) => eb.or([eb("revoked_at", "<", monthAgo), eb("expires_at", "<", monthAgo)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

function hoursBefore(now: Temporal.Instant, hours: number): Date {
  return toDate(now.subtract({ hours }));
}
