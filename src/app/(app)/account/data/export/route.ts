import { exportAccount } from "@/features/identity/export-account";
import { personCtx } from "@/web/page-context";

/** The download of one's data. POST, so that another site cannot have it made (the cookie is SameSite=Lax). */
export async function POST(): Promise<Response> {
  const result = await exportAccount(await personCtx());
  if (!result.ok) throw new Error("An export is never refused");
  const { fileName, json } = result.value;
  return new Response(json, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
}
