import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { enqueue } from "@/platform/queue";
import { type Ctx, transaction } from "@/platform/transaction";
import { daysUntilGone } from "./rules";
import type { FileIdInput } from "./schema";
import { lockFile } from "./store";

/** Takes a file away from everybody at once; its bytes go after `daysUntilGone` days, and `restoreFile` undoes it until then. */
export async function removeFile(ctx: Ctx, input: FileIdInput): Promise<Result<{ fileId: string }>> {
  authorize(ctx, "file.delete");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const file = await lockFile(tx, organizationId, input.fileId);
    if (file.deleted_at !== null) throw new NotFound("file");
    await tx.db
      .updateTable("file")
      .set({ deleted_at: toDate(tx.now) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", file.id)
      .execute();
    await audit(tx, "file.removed", { type: "file", id: file.id, name: file.name });
    await enqueue(tx, "purge-removed-file", { fileId: file.id }, { runAt: tx.now.add({ hours: 24 * daysUntilGone }) });
    return ok({ fileId: file.id });
  });
}
