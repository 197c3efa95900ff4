import { purgeOrganization } from "@/features/organizations/purge-organization";
import { ok } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { type Ctx, reading, transaction } from "@/platform/transaction";

/** Deletes the demo's organizations, whole, and the accounts that only they had. Touches no other organization. */
export async function wipeDemo(installation: Ctx): Promise<{ organizations: number }> {
  const demos = await reading(installation, (tx) =>
    tx.db.selectFrom("organization").select(["id", "name"]).where("demo", "=", true).execute(),
  );
  for (const { id } of demos) {
    const there: Ctx = { ...installation, actor: { kind: "system", organizationId: id, job: "demo:reset" } };
    await transaction(there, async (tx) => {
      const longAgo = toDate(tx.now.subtract({ hours: 24 * 31 }));
      await tx.db.updateTable("organization").set({ closed_at: longAgo }).where("id", "=", id).execute();
      return ok(null);
    });
    await purgeOrganization(there);
  }
  await installation.db.deleteFrom("app_user").where("email", "like", "%@demo.example").execute();
  return { organizations: demos.length };
}
