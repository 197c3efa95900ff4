import { type ApiKeyActor, roles } from "@/kernel/actor";
import { hashSecret } from "@/kernel/secret";
import { fromDate, toDate } from "@/kernel/time";
import { type Ctx, holdingSecret, inOrganization, reading, type Tx } from "@/platform/transaction";
import { recordApiKeyUse } from "./record-api-key-use";
import { looksLikeKey, scopesInForce, venuesInForce } from "./rules";

/**
 * Who a bearer key stands for, or null when it is unknown, revoked, expired, or its creator is no longer a member.
 *
 * A key never has more than its creator has at the moment of use: scopes and venues are cut down to theirs. The use
 * is noted at most once a minute.
 */
export async function actorOfApiKey(ctx: Ctx, bearer: string): Promise<ApiKeyActor | null> {
  if (!looksLikeKey(bearer)) return null;
  const found = await reading(ctx, (tx) => findKey(tx, hashSecret(bearer)));
  if (!found) return null;
  const { actor, lastUsedAt } = found;
  const fresh = lastUsedAt !== null && fromDate(lastUsedAt).until(ctx.now).total("seconds") < 60;
  if (!fresh) await recordApiKeyUse({ ...ctx, actor }, { apiKeyId: actor.apiKeyId });
  return actor;
}

async function findKey(tx: Tx, hash: string): Promise<{ actor: ApiKeyActor; lastUsedAt: Date | null } | null> {
  await holdingSecret(tx, hash);
  const key = await tx.db
    .selectFrom("api_key")
    .select(["id", "organization_id", "name", "scopes", "venue_ids", "created_by", "last_used_at"])
    .where("key_hash", "=", hash)
    .where("revoked_at", "is", null)
    .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", toDate(tx.now))]))
    .executeTakeFirst();
  if (!key) return null;
  const creator = await inOrganization(tx, key.organization_id, (there) => creatorOf(there, key));
  if (!creator) return null;
  const actor: ApiKeyActor = {
    kind: "api-key",
    apiKeyId: key.id,
    organizationId: key.organization_id,
    name: key.name,
    scopes: scopesInForce(
      key.scopes,
      roles.filter((role) => creator.roles.includes(role)),
    ),
    venueIds: venuesInForce(key.venue_ids, creator.venue_ids),
  };
  return { actor, lastUsedAt: key.last_used_at };
}

function creatorOf(tx: Tx, key: { organization_id: string; created_by: string }) {
  return tx.db
    .selectFrom("member")
    .innerJoin("organization", "organization.id", "member.organization_id")
    .select(["member.roles", "member.venue_ids"])
    .where("member.organization_id", "=", key.organization_id)
    .where("member.id", "=", key.created_by)
    .where("organization.closed_at", "is", null)
    .executeTakeFirst();
}
