import { sql } from "kysely";
import { keyPrefix, scopesToGive, shownLength } from "@/features/api-keys/rules";
import { audit } from "@/features/audit/audit";
import type { Role } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { ok } from "@/kernel/result";
import { hashSecret, newSecret } from "@/kernel/secret";
import { toDate } from "@/kernel/time";
import { type Ctx, reading, transaction } from "@/platform/transaction";

/** A new API key in the name of the demo's member with the role, good for 90 days: any role may have one here. */
export async function makeDemoToken(installation: Ctx, role: Role): Promise<string> {
  const demo = await reading(installation, (tx) =>
    tx.db.selectFrom("organization").select("id").where("demo", "=", true).orderBy("name").executeTakeFirst(),
  );
  if (!demo) throw new Error("There is no demo here; npm run demo:reset loads it");
  const there: Ctx = { ...installation, actor: { kind: "system", organizationId: demo.id, job: "demo:token" } };
  const secret = newSecret(keyPrefix);
  await transaction(there, async (tx) => {
    const member = await tx.db
      .selectFrom("member")
      .select(["id", "venue_ids"])
      .where("organization_id", "=", demo.id)
      .where(sql<boolean>`${role} = any(roles)`)
      .executeTakeFirstOrThrow();
    const key = {
      id: newId<"api-key">(),
      name: `Demo ${role}`,
      prefix: secret.slice(0, shownLength),
      scopes: scopesToGive([role]),
      venue_ids: member.venue_ids,
      expires_at: toDate(tx.now.add({ hours: 24 * 90 })),
    };
    await tx.db
      .insertInto("api_key")
      .values({
        ...key,
        organization_id: demo.id,
        key_hash: hashSecret(secret),
        created_by: member.id,
        created_at: toDate(tx.now),
      })
      .execute();
    await audit(tx, "api_key.created", { type: "api_key", id: key.id, name: key.name }, { after: key });
    return ok(null);
  });
  return secret;
}
