import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, transaction } from "@/platform/transaction";
import { type InviteMemberRefusal, inviteMember } from "./invite-member";
import { setUpProgress } from "./queries";
import { firstOpenStep } from "./rules";
import type { CompleteSetUp } from "./schema";
import { lockOrganization } from "./store";

export type CompleteSetUpRefusal =
  | { code: "step_missing"; step: string }
  | { code: "not_invited"; email: string; reason: InviteMemberRefusal["code"] };

type Outcome = Result<{ organizationId: string }, CompleteSetUpRefusal>;

/**
 * Last step of the wizard: invites colleagues, if any are named, and says that it is through: from here on the calendar
 * is where people land. All or nothing; doing it again changes nothing.
 * Refuses with `step_missing` while there is no venue, space or shift, or `not_invited` (see invite-member.ts).
 */
export async function completeSetUp(ctx: Ctx, input: CompleteSetUp): Promise<Outcome> {
  authorize(ctx, "organization.update");
  const { organizationId } = ctx.actor;
  return transaction(ctx, async (tx): Promise<Outcome> => {
    const organization = await lockOrganization(tx, organizationId);
    if (organization.set_up_at) return ok({ organizationId });
    const step = firstOpenStep(await setUpProgress(tx));
    if (step !== "team") return refuse({ code: "step_missing", step });
    for (const { email, role } of input.people ?? []) {
      const invited = await inviteMember(tx, { email, roles: [role] });
      if (!invited.ok) return refuse({ code: "not_invited", email, reason: invited.refusal.code });
    }
    await tx.db
      .updateTable("organization")
      .set({ set_up_at: toDate(tx.now), updated_at: toDate(tx.now) })
      .where("id", "=", organizationId)
      .execute();
    await audit(tx, "organization.set_up", { type: "organization", id: organizationId, name: organization.name });
    return ok({ organizationId });
  });
}
