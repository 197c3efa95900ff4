import { sql } from "kysely";
import { audit } from "@/features/audit/audit";
import { authorize } from "@/features/identity/authorize";
import { hasConfirmedIdentity } from "@/features/identity/queries";
import { queueAccountMessage } from "@/features/messages/queue-account-message";
import { Forbidden } from "@/kernel/errors";
import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { languageOf, localeFor } from "@/platform/i18n";
import { enqueue } from "@/platform/queue";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { daysUntilPurge } from "./rules";
import type { CloseOrganization } from "./schema";
import { lockOrganization } from "./store";

export type CloseOrganizationRefusal = { code: "name_differs" } | { code: "confirm_identity" };

/**
 * Closes the organization: from this moment nobody gets in, no key and no invitation works, and everything it had is
 * deleted by a job 30 days later (see purge-organization.ts). Its owners are told by mail.
 * Refuses with `name_differs` (the name has to be typed) or `confirm_identity` (password or passkey not shown lately).
 */
export async function closeOrganization(
  ctx: Ctx,
  input: CloseOrganization,
): Promise<Result<{ organizationId: string }, CloseOrganizationRefusal>> {
  authorize(ctx, "organization.delete");
  const { actor } = ctx;
  if (actor.kind !== "user") throw new Forbidden("organization.delete");
  const { organizationId, name } = actor;
  if (!(await hasConfirmedIdentity(ctx))) return refuse({ code: "confirm_identity" });
  return transaction(ctx, async (tx) => {
    const organization = await lockOrganization(tx, organizationId);
    if (organization.name !== input.name) return refuse({ code: "name_differs" });
    if (organization.closed_at) return ok({ organizationId });
    await tx.db
      .updateTable("organization")
      .set({ closed_at: toDate(tx.now), updated_at: toDate(tx.now) })
      .where("id", "=", organizationId)
      .execute();
    await audit(tx, "organization.closed", { type: "organization", id: organizationId, name: organization.name });
    await enqueue(
      tx,
      "purge-organization",
      {},
      { runAt: tx.now.add({ hours: 24 * daysUntilPurge }), key: `purge-organization:${organizationId}` },
    );
    for (const owner of await ownersOf(tx, organizationId)) {
      await queueAccountMessage(tx, {
        template: "organization-deleted",
        to: { ...owner, locale: localeFor(languageOf(owner.locale), organization.country) },
        params: { deletedOrganization: organization.name, deletedBy: name, days: daysUntilPurge },
      });
    }
    return ok({ organizationId });
  });
}

function ownersOf(tx: Tx, organizationId: string) {
  return tx.db
    .selectFrom("member")
    .innerJoin("app_user", "app_user.id", "member.user_id")
    .select(["app_user.email as address", "app_user.name", "app_user.locale"])
    .where("member.organization_id", "=", organizationId)
    .where(sql<boolean>`'owner' = any(member.roles)`)
    .orderBy("member.id")
    .execute();
}
