import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { fileSubjectSchema } from "@/features/files/schema";
import { type UploadFileRefusal, uploadFile } from "@/features/files/upload-file";
import { authorize } from "@/features/identity/authorize";
import { jsonAnswer } from "@/web/file-answer";
import { parseInput } from "@/web/input";
import { multipartFile } from "@/web/multipart-file";
import { pageCtx } from "@/web/page-context";
import { refuseOtherSites } from "@/web/same-origin";

// "event:0193..." or "organization": what the file belongs to.
const subjectSchema = z
  .string()
  .transform((text) => ({ type: text.split(":")[0], id: text.split(":")[1] ?? null }))
  .pipe(fileSubjectSchema);
const querySchema = z.object({ subject: subjectSchema });

const statuses: Record<UploadFileRefusal["code"], number> = {
  file_too_large: 413,
  type_not_allowed: 415,
  file_unreadable: 422,
  quota_exceeded: 409,
};

/** Takes one file, field `file` of a form, for `?subject=event:<id>`. Who asks is known before any of it is read. */
export function POST(request: Request): Promise<Response> {
  return jsonAnswer(async () => {
    refuseOtherSites(request.headers);
    const ctx = await pageCtx();
    authorize(ctx, "file.upload");
    const { subject } = parseInput(querySchema, Object.fromEntries(new URL(request.url).searchParams));
    const result = await uploadFile(ctx, { ...(await multipartFile(request)), subject });
    if (result.ok) {
      const { id, hasThumbnail } = result.value;
      const urls = { url: `/files/${id}`, thumbnailUrl: hasThumbnail ? `/files/${id}?thumbnail` : null };
      return { status: 201, value: { ...result.value, ...urls } };
    }
    const { refusal } = result;
    return { refusal, status: statuses[refusal.code], message: await textOf(refusal) };
  });
}

async function textOf(refusal: UploadFileRefusal): Promise<string> {
  const t = await getTranslations("files");
  const megabytes = (bytes: number) => Math.round(bytes / 1_048_576);
  switch (refusal.code) {
    case "file_too_large":
      return t("refused.file_too_large", { megabytes: megabytes(refusal.maxBytes) });
    case "quota_exceeded":
      return t("refused.quota_exceeded", { used: megabytes(refusal.usedBytes), quota: megabytes(refusal.quotaBytes) });
    default:
      return t(`refused.${refusal.code}`);
  }
}
