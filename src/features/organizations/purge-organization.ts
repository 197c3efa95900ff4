import { sql } from "kysely";
import { audit } from "@/features/audit/audit";
import { authorizeSystem } from "@/features/identity/authorize";
import { platformOrganizationId } from "@/kernel/actor";
import { ok, type Result } from "@/kernel/result";
import { enqueue } from "@/platform/queue";
import { type Ctx, inOrganization, type Tx, transaction } from "@/platform/transaction";

/** Rows of each table that one transaction deletes: few enough to be done well within the limit for a statement. */
const batch = 200;

/**
 * Deletes the organization that was closed 30 days ago or more, with everything it had: its audit trail too, because
 * names and addresses are in it. What remains is one line in the installation's own trail, which names nobody. In
 * batches, and going on where an interrupted run stopped. Does nothing for an organization that is gone or open again.
 */
export async function purgeOrganization(ctx: Ctx): Promise<Result<{ deleted: number }>> {
  authorizeSystem(ctx);
  const { organizationId } = ctx.actor;
  for (let deleted = 0; ; ) {
    const step = await transaction(ctx, async (tx) => {
      const closed = await tx.db
        .selectFrom("organization")
        .select("closed_at")
        .where("id", "=", organizationId)
        .executeTakeFirst();
      if (!closed?.closed_at) return ok(0);
      await leaveBytesToJobs(tx, organizationId);
      const { rows } = await sql<{ rows: bigint }>`select purge_closed_organization(${batch}) as rows`.execute(tx.db);
      const gone = Number(rows[0]?.rows ?? 0);
      if (gone === 0) {
        await inOrganization(tx, platformOrganizationId, (there) =>
          audit(there, "organization.purged", { type: "organization", id: organizationId }),
        );
      }
      return ok(gone);
    });
    if (!step.ok || step.value === 0) return ok({ deleted });
    deleted += step.value;
  }
}

/** The rows of some files go now; that of each the bytes go too is a job of its own, which looks for bytes without a row. */
async function leaveBytesToJobs(tx: Tx, organizationId: string): Promise<void> {
  const files = await tx.db
    .selectFrom("file")
    .select("id")
    .where("organization_id", "=", organizationId)
    .limit(batch)
    .execute();
  for (const { id } of files) await enqueue(tx, "remove-orphan-file", { fileId: id });
  if (files.length === 0) return;
  await tx.db
    .deleteFrom("file")
    .where("organization_id", "=", organizationId)
    .where(
      "id",
      "in",
      files.map(({ id }) => id),
    )
    .execute();
}
