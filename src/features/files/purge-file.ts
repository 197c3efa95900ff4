import { authorizeSystem } from "@/features/identity/authorize";
import { ok, type Result } from "@/kernel/result";
import { fromDate, Temporal } from "@/kernel/time";
import type { FileStorage } from "@/platform/file-storage";
import { appStorage } from "@/platform/storage";
import { type Ctx, reading, transaction } from "@/platform/transaction";
import { daysUntilGone, storageKeys } from "./rules";
import type { FileIdInput } from "./schema";

/**
 * Removes the bytes of a file that has no row (an upload that failed) or was removed long enough ago, and then its row.
 * Does nothing for a file that is there, or that was brought back: so it may run at any time, and twice.
 */
export async function purgeFile(
  ctx: Ctx,
  input: FileIdInput,
  storage: FileStorage = appStorage(),
): Promise<Result<{ purged: boolean }>> {
  authorizeSystem(ctx);
  const { organizationId } = ctx.actor;
  const file = await reading(ctx, (tx) =>
    tx.db
      .selectFrom("file")
      .select(["deleted_at"])
      .where("organization_id", "=", organizationId)
      .where("id", "=", input.fileId)
      .executeTakeFirst(),
  );
  if (file && !isOver(file.deleted_at, ctx.now)) return ok({ purged: false });
  const keys = storageKeys(organizationId, input.fileId);
  await Promise.all([storage.delete(keys.content), storage.delete(keys.thumbnail)]);
  return transaction(ctx, async (tx) => {
    await tx.db
      .deleteFrom("file")
      .where("organization_id", "=", organizationId)
      .where("id", "=", input.fileId)
      .where("deleted_at", "is not", null)
      .execute();
    return ok({ purged: true });
  });
}

function isOver(deletedAt: Date | null, now: Temporal.Instant): boolean {
  if (deletedAt === null) return false;
  return Temporal.Instant.compare(fromDate(deletedAt).add({ hours: 24 * daysUntilGone }), now) <= 0;
}
