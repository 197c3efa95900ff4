import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { setUpProgress } from "./queries";
import { firstOpenStep } from "./rules";
import { lockOrganization } from "./store";

export type CompleteSetUpRefusal = { code: "step_missing"; step: string };

/**
 * Says that the wizard is through: from here on the calendar is where people land. Doing it again changes nothing.
 * Refuses with `step_missing` while there is no venue, space or shift, because the calendar would be empty.
 */
export async function completeSetUp(
  ctx: Ctx,
  _input: Record<string, never>,
): Promise<Result<{ organizationId: string }, CompleteSetUpRefusal>> {
  authorize(ctx, "organization.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const organization = await lockOrganization(tx, organizationId);
    if (organization.set_up_at) return ok({ organizationId });
    const step = firstOpenStep(await setUpProgress(tx));
    if (step !== "team") return refuse({ code: "step_missing", step });
    await tx.db
      .updateTable("organization")
      .set({ set_up_at: toDate(tx.now), updated_at: toDate(tx.now) })
      .where("id", "=", organizationId)
      .execute();
    await audit(tx, "organization.set_up", { type: "organization", id: organizationId, name: organization.name });
    return ok({ organizationId });
  });
}
