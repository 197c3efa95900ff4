import type { Readable } from "node:stream";
import { audit } from "@/features/audit/audit";
import { authorize, type InOrganization } from "@/features/identity/authorize";
import { TooManyRequests } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { config } from "@/platform/config";
import type { FileStorage } from "@/platform/file-storage";
import { type InspectedImage, inspectImage } from "@/platform/image";
import { mediaTypeOf } from "@/platform/media-type";
import { enqueue } from "@/platform/queue";
import { limit } from "@/platform/rate-limit";
import { type ReceivedFile, withReceivedFile } from "@/platform/received-file";
import { appStorage } from "@/platform/storage";
import { type Ctx, isTx, reading, transaction } from "@/platform/transaction";
import { isImage, keptAs, safeName, storageKeys } from "./rules";
import type { FileSubject } from "./schema";
import { insertFile, lockSpace, type Space, spaceOf } from "./store";

export type UploadFile = { content: Readable | Uint8Array; name: string; subject: FileSubject };

export type UploadedFile = {
  id: string;
  name: string;
  mediaType: string;
  byteSize: number;
  width: number | null;
  height: number | null;
  hasThumbnail: boolean;
};

export type UploadFileRefusal =
  | { code: "file_too_large"; maxBytes: number }
  | { code: "type_not_allowed" }
  | { code: "file_unreadable" }
  | { code: "quota_exceeded"; quotaBytes: number; usedBytes: number };

type Outcome = Result<UploadedFile, UploadFileRefusal>;

/**
 * Keeps a file of the organization: measured while it arrives, told by its bytes what it is, with a thumbnail when it is
 * an image. The bytes are stored first and the row written after; whatever fails, no bytes stay behind without a row.
 *
 * Refuses with `file_too_large` (UPLOAD_MAX_BYTES), `type_not_allowed`, `file_unreadable` (empty, damaged, or an image
 * that unfolds to more pixels than any picture has) or `quota_exceeded`. Throws `TooManyRequests` over 60 in a minute.
 * Cannot be part of another transaction, because the bytes would outlive its rollback.
 */
export async function uploadFile(ctx: Ctx, input: UploadFile, storage: FileStorage = appStorage()): Promise<Outcome> {
  authorize(ctx, "file.upload");
  if (isTx(ctx)) throw new Error("uploadFile cannot be part of another transaction");
  await limitRate(ctx);
  const maxBytes = config().uploadMaxBytes;
  return withReceivedFile<Outcome>(input.content, maxBytes, async (received) => {
    if (received === null) return refuse({ code: "file_too_large", maxBytes });
    if (received.byteSize === 0) return refuse({ code: "file_unreadable" });
    const mediaType = keptAs(await mediaTypeOf(received.file), input.name);
    if (mediaType === null) return refuse({ code: "type_not_allowed" });
    const image = isImage(mediaType) ? await inspectImage(received.file) : null;
    if (isImage(mediaType) && image === null) return refuse({ code: "file_unreadable" });
    return keep(ctx, { ...input, mediaType, received, image }, storage);
  });
}

async function limitRate({ actor, now }: Ctx): Promise<void> {
  if (actor.kind !== "user" && actor.kind !== "api-key") return;
  const who = actor.kind === "user" ? actor.userId : actor.apiKeyId;
  const { allowed, resetSeconds } = await limit("upload", who, { limit: 60, windowSeconds: 60, now });
  if (!allowed) throw new TooManyRequests(resetSeconds);
}

type Checked = UploadFile & { mediaType: string; received: ReceivedFile; image: InspectedImage | null };

async function keep(ctx: InOrganization, checked: Checked, storage: FileStorage): Promise<Outcome> {
  const { mediaType, received, image, subject } = checked;
  const { organizationId } = ctx.actor;
  const early = whyNoRoom(await reading(ctx, (tx) => spaceOf(tx, organizationId)), received);
  if (early) return refuse(early);

  const id = newId<"file">();
  const name = safeName(checked.name, mediaType);
  const { byteSize, sha256 } = received;
  return withoutOrphans(ctx, id, storage, async (keys) => {
    await storage.put(keys.content, received, mediaType);
    if (image) await storage.put(keys.thumbnail, image.thumbnail, "image/webp");
    return transaction(ctx, async (tx): Promise<Outcome> => {
      const refusal = whyNoRoom(await lockSpace(tx, organizationId), received);
      if (refusal) return refuse(refusal);
      await insertFile(tx, organizationId, { id, name, mediaType, byteSize, sha256, image, subject });
      const after = { name, media_type: mediaType, byte_size: byteSize, sha256, subject };
      await audit(tx, "file.uploaded", { type: "file", id, name }, { after });
      const size = { width: image?.width ?? null, height: image?.height ?? null };
      return ok({ id, name, mediaType, byteSize, ...size, hasThumbnail: image !== null });
    });
  });
}

/**
 * Stores and writes; when that was refused or failed, removes the bytes at once. A crash in between is cleaned up by a
 * job that is enqueued before any byte is stored: it finds no row and removes what is there.
 */
async function withoutOrphans(
  ctx: InOrganization,
  fileId: string,
  storage: FileStorage,
  body: (keys: { content: string; thumbnail: string }) => Promise<Outcome>,
): Promise<Outcome> {
  await transaction(ctx, async (tx) => {
    await enqueue(tx, "remove-orphan-file", { fileId }, { runAt: ctx.now.add({ hours: 1 }) });
    return ok(null);
  });
  const keys = storageKeys(ctx.actor.organizationId, fileId);
  const forget = () => Promise.allSettled([storage.delete(keys.content), storage.delete(keys.thumbnail)]);
  try {
    const outcome = await body(keys);
    if (!outcome.ok) await forget();
    return outcome;
  } catch (error) {
    await forget();
    throw error;
  }
}

function whyNoRoom({ quota, used }: Space, { byteSize }: ReceivedFile): UploadFileRefusal | null {
  if (used + BigInt(byteSize) <= quota) return null;
  return { code: "quota_exceeded", quotaBytes: Number(quota), usedBytes: Number(used) };
}
