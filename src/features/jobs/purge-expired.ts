import { authorizeSystem } from "@/features/identity/authorize";
import { ok, type Result } from "@/kernel/result";
import { type Temporal, toDate } from "@/kernel/time";
import { type Ctx, reading, transaction } from "@/platform/transaction";

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
    const own = await purgeOrganization({ ...ctx, actor: { ...ctx.actor, organizationId: id } }, id);
    purged.idempotencyKeys += own.idempotencyKeys;
    purged.invitations += own.invitations;
  }
  return ok(purged);
}

async function purgeOrganization(ctx: Ctx, organizationId: string): Promise<Purged> {
  const result = await transaction(ctx, async (tx) => {
    const keys = await tx.db
      .deleteFrom("idempotency_key")
      .where("organization_id", "=", organizationId)
      .where("created_at", "<", hoursBefore(ctx.now, 24))
      .executeTakeFirst();
    const monthAgo = hoursBefore(ctx.now, 30 * 24);
    const invitations = await tx.db
      .deleteFrom("invitation")
      .where("organization_id", "=", organizationId)
      .where("accepted_at", "is", null)
      .where((eb) => eb.or([eb("revoked_at", "<", monthAgo), eb("expires_at", "<", monthAgo)]))
      .executeTakeFirst();
    return ok({ idempotencyKeys: Number(keys.numDeletedRows), invitations: Number(invitations.numDeletedRows) });
  });
  return result.value;
}

function hoursBefore(now: Temporal.Instant, hours: number): Date {
  return toDate(now.subtract({ hours }));
}
