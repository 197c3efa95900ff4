import { authorize } from "@/features/identity/authorize";
import { ok, type Result } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { audit } from "./audit";
import type { AuditFilter } from "./schema";

/** Allows the download of the trail and writes down that it was taken, with what was asked for (`exportedAuditTrail`). */
export async function exportAuditTrail(ctx: Ctx, filter: AuditFilter): Promise<Result<null>> {
  authorize(ctx, "audit.read");
  return transaction(ctx, async (tx) => {
    await audit(tx, "audit.exported", { type: "audit", id: null }, { after: filter });
    return ok(null);
  });
}
