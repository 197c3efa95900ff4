import { NotFound } from "@/kernel/errors";
import { toDate } from "@/kernel/time";
import type { Tx } from "@/platform/transaction";
import { storageKeys } from "./rules";
import type { FileSubject } from "./schema";

export type Space = { quota: bigint; used: bigint };

/** The organization's room for files, in bytes; removed files no longer count. */
export async function spaceOf(tx: Tx, organizationId: string): Promise<Space> {
  const space = await tx.db
    .selectFrom("organization")
    .select((eb) => [
      "file_quota_bytes as quota",
      eb
        .selectFrom("file")
        .select((sum) => sum.cast<bigint>(sum.fn.coalesce(sum.fn.sum("byte_size"), sum.lit(0)), "bigint").as("used"))
        .where("organization_id", "=", organizationId)
        .where("deleted_at", "is", null)
        .as("used"),
    ])
    .where("id", "=", organizationId)
    .executeTakeFirst();
  if (!space) throw new NotFound("organization");
  return { quota: space.quota, used: space.used ?? 0n };
}

/**
 * `spaceOf` with the organization's row locked until the end of the transaction: of two uploads at once the second sees
 * the first. NO KEY, so that other rows may still point to the organization meanwhile.
 */
export async function lockSpace(tx: Tx, organizationId: string): Promise<Space> {
  await tx.db.selectFrom("organization").select("id").where("id", "=", organizationId).forNoKeyUpdate().execute();
  return spaceOf(tx, organizationId);
}

export type NewFile = {
  id: string;
  name: string;
  mediaType: string;
  byteSize: number;
  sha256: string;
  image: { width: number; height: number } | null;
  subject: FileSubject;
};

export async function insertFile(tx: Tx, organizationId: string, file: NewFile): Promise<void> {
  const keys = storageKeys(organizationId, file.id);
  await tx.db
    .insertInto("file")
    .values({
      organization_id: organizationId,
      id: file.id,
      name: file.name,
      media_type: file.mediaType,
      byte_size: BigInt(file.byteSize),
      sha256: file.sha256,
      storage_key: keys.content,
      thumbnail_key: file.image ? keys.thumbnail : null,
      width: file.image?.width ?? null,
      height: file.image?.height ?? null,
      subject_type: file.subject.type,
      subject_id: file.subject.id,
      uploaded_by: tx.actor.kind === "user" ? tx.actor.memberId : null,
      created_at: toDate(tx.now),
    })
    .execute();
}

/** One file, locked until the end of the transaction. */
export async function lockFile(tx: Tx, organizationId: string, fileId: string) {
  const file = await tx.db
    .selectFrom("file")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", fileId)
    .forUpdate()
    .executeTakeFirst();
  if (!file) throw new NotFound("file");
  return file;
}
