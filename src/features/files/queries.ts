import type { Readable } from "node:stream";
import { authorize } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { fromDate, type Temporal } from "@/kernel/time";
import type { ByteRange, FileStorage } from "@/platform/file-storage";
import { appStorage } from "@/platform/storage";
import { type Ctx, reading } from "@/platform/transaction";
import type { FileSubject } from "./schema";
import { type Space, spaceOf } from "./store";

export type FileInList = {
  id: string;
  name: string;
  mediaType: string;
  byteSize: number;
  hasThumbnail: boolean;
  createdAt: Temporal.Instant;
};

/** The files of one thing, newest first; 200 at most. */
export async function listFiles(ctx: Ctx, subject: FileSubject): Promise<FileInList[]> {
  authorize(ctx, "file.read");
  const { organizationId } = ctx.actor;
  const rows = await reading(ctx, (tx) =>
    tx.db
      .selectFrom("file")
      .select(["id", "name", "media_type", "byte_size", "thumbnail_key", "created_at"])
      .where("organization_id", "=", organizationId)
      .where("subject_type", "=", subject.type)
      .where("subject_id", subject.id === null ? "is" : "=", subject.id)
      .where("deleted_at", "is", null)
      .orderBy("created_at", "desc")
      .limit(200)
      .execute(),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    byteSize: Number(row.byte_size),
    hasThumbnail: row.thumbnail_key !== null,
    createdAt: fromDate(row.created_at),
  }));
}

/** How much room the organization's files have and take, in bytes. */
export async function fileSpace(ctx: Ctx): Promise<Space> {
  authorize(ctx, "file.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, (tx) => spaceOf(tx, organizationId));
}

export type OpenedFile = {
  name: string;
  mediaType: string;
  /** Null for a thumbnail: its size is known to the storage only. */
  byteSize: number | null;
  etag: string;
  open: (range?: ByteRange) => Promise<Readable>;
};

/**
 * A file for whoever may see it: with `file.read`; what belongs to the organization itself (its logo), every member.
 * Throws `NotFound` for a removed file, and for a thumbnail of something that is no image.
 */
export async function openFile(
  ctx: Ctx,
  input: { fileId: string; thumbnail: boolean },
  storage: FileStorage = appStorage(),
): Promise<OpenedFile> {
  authorize(ctx, "organization.read");
  const { organizationId } = ctx.actor;
  const file = await reading(ctx, (tx) =>
    tx.db
      .selectFrom("file")
      .selectAll()
      .where("organization_id", "=", organizationId)
      .where("id", "=", input.fileId)
      .where("deleted_at", "is", null)
      .executeTakeFirst(),
  );
  if (!file) throw new NotFound("file");
  if (file.subject_type !== "organization") authorize(ctx, "file.read");
  const { thumbnail_key: thumbnailKey, sha256, name } = file;
  if (!input.thumbnail) {
    const open = (range?: ByteRange) => storage.get(file.storage_key, range);
    return { name, mediaType: file.media_type, byteSize: Number(file.byte_size), etag: `"${sha256}"`, open };
  }
  if (thumbnailKey === null) throw new NotFound("thumbnail");
  const open = () => storage.get(thumbnailKey);
  return { name: `${name}.webp`, mediaType: "image/webp", byteSize: null, etag: `"${sha256}-t"`, open };
}
