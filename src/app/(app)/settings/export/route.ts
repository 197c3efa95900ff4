import { redirect } from "next/navigation";
import { exportOrganization } from "@/features/organizations/export-organization";
import { exportedOrganization } from "@/features/organizations/queries";
import { download } from "@/web/download";
import { memberCtx } from "@/web/page-context";
import { refuseOtherSites } from "@/web/same-origin";

/** The organization's data as one JSON file, written while it is read. A POST, because it leaves a line in the trail. */
export async function POST(request: Request): Promise<Response> {
  refuseOtherSites(request.headers);
  const ctx = await memberCtx("organization.export");
  const allowed = await exportOrganization(ctx, {});
  if (!allowed.ok) redirect("/account/confirm?next=/settings");
  return download(exportedOrganization(ctx), { fileName: allowed.value.fileName, mediaType: "application/json" });
}
