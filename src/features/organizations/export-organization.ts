import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { hasConfirmedIdentity } from "@/features/identity/queries";
import { NotFound } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";

export type ExportOrganizationRefusal = { code: "confirm_identity" };

/**
 * Allows the download of everything the organization has, and writes down that it was taken; the rows themselves come
 * from `exportedOrganization` (queries.ts). Refuses with `confirm_identity` when password or passkey were not shown lately.
 */
export async function exportOrganization(
  ctx: Ctx,
  _input: Record<string, never>,
): Promise<Result<{ fileName: string }, ExportOrganizationRefusal>> {
  authorize(ctx, "organization.export");
  const { organizationId } = ctx.actor;
  if (!(await hasConfirmedIdentity(ctx))) return refuse({ code: "confirm_identity" });
  return transaction(ctx, async (tx) => {
    const organization = await tx.db
      .selectFrom("organization")
      .select(["name", "slug"])
      .where("id", "=", organizationId)
      .executeTakeFirst();
    if (!organization) throw new NotFound("organization");
    await audit(tx, "organization.exported", { type: "organization", id: organizationId, name: organization.name });
    const day = tx.now.toString().slice(0, 10);
    return ok({ fileName: `${organization.slug}-${day}.json` });
  });
}
