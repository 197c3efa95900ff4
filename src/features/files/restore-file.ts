import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import type { FileIdInput } from "./schema";
import { lockFile, lockSpace } from "./store";

export type RestoreFileRefusal = { code: "quota_exceeded" };

/** Undoes `removeFile` while the bytes are there. Refuses with `quota_exceeded` when its room was given to others. */
export async function restoreFile(
  ctx: Ctx,
  input: FileIdInput,
): Promise<Result<{ fileId: string }, RestoreFileRefusal>> {
  authorize(ctx, "file.delete");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const { quota, used } = await lockSpace(tx, organizationId);
    const file = await lockFile(tx, organizationId, input.fileId);
    if (file.deleted_at === null) throw new NotFound("file");
    if (used + file.byte_size > quota) return refuse({ code: "quota_exceeded" });
    await tx.db
      .updateTable("file")
      .set({ deleted_at: null })
      .where("organization_id", "=", organizationId)
      .where("id", "=", file.id)
      .execute();
    await audit(tx, "file.restored", { type: "file", id: file.id, name: file.name });
    return ok({ fileId: file.id });
  });
}
