import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import type { UpdateOrganization } from "./schema";
import { lockOrganization } from "./store";

/**
 * Changes the organization's name, country, time zone and currency. Its slug stays, because links carry it; venues
 * keep their own zone and currency, and amounts written before keep the currency they were written in.
 */
export async function updateOrganization(
  ctx: Ctx,
  input: UpdateOrganization,
): Promise<Result<{ organizationId: string }>> {
  authorize(ctx, "organization.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const { name, country, time_zone, currency } = await lockOrganization(tx, organizationId);
    const before = { name, country, time_zone, currency };
    const after = {
      name: input.name,
      country: input.country,
      time_zone: input.timeZone,
      currency: input.currency,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return ok({ organizationId });
    await tx.db
      .updateTable("organization")
      .set({ ...after, updated_at: toDate(tx.now) })
      .where("id", "=", organizationId)
      .execute();
    const subject = { type: "organization", id: organizationId, name: input.name };
    await audit(tx, "organization.updated", subject, { before, after });
    return ok({ organizationId });
  });
}
