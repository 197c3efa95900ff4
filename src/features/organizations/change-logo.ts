import { audit } from "@/features/audit/audit";
import { removeFile } from "@/features/files/remove-file";
import { authorize } from "@/features/identity/authorize";
import { NotFound } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import type { ChangeLogo } from "./schema";
import { lockOrganization } from "./store";

export type ChangeLogoRefusal = { code: "not_an_image" };

/**
 * Puts an uploaded picture of the organization up as its logo, or takes the logo away when no file is named; the one
 * before is removed. Refuses with `not_an_image`; throws `NotFound` for a file that is not the organization's own.
 */
export async function changeLogo(ctx: Ctx, input: ChangeLogo): Promise<Result<null, ChangeLogoRefusal>> {
  authorize(ctx, "organization.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const organization = await lockOrganization(tx, organizationId);
    const before = organization.logo_file_id;
    const next = input.fileId ?? null;
    if (before === next) return ok(null);
    const file = next && (await findOwnFile(tx, organizationId, next));
    if (file && !file.media_type.startsWith("image/")) return refuse({ code: "not_an_image" });
    await tx.db
      .updateTable("organization")
      .set({ logo_file_id: next, updated_at: toDate(tx.now) })
      .where("id", "=", organizationId)
      .execute();
    if (before) await removeFile(tx, { fileId: before });
    const subject = { type: "organization", id: organizationId, name: organization.name };
    await audit(tx, next ? "organization.logo_changed" : "organization.logo_removed", subject);
    return ok(null);
  });
}

async function findOwnFile(tx: Tx, organizationId: string, fileId: string): Promise<{ media_type: string }> {
  const file = await tx.db
    .selectFrom("file")
    .select("media_type")
    .where("organization_id", "=", organizationId)
    .where("id", "=", fileId)
    .where("subject_type", "=", "organization")
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (!file) throw new NotFound("file");
  return file;
}
