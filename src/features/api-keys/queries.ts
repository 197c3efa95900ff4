import { authorize, authorizeAnyone } from "@/features/identity/authorize";
import { type ApiKeyActor, roles } from "@/kernel/actor";
import { hashSecret } from "@/kernel/secret";
import { fromDate, toDate } from "@/kernel/time";
import { type Ctx, holdingSecret, inOrganization, reading, type Tx } from "@/platform/transaction";
import { recordApiKeyUse } from "./record-api-key-use";
import { type KeyState, keyState, looksLikeKey, scopesInForce, venuesInForce } from "./rules";

/**
 * Who a bearer key stands for, or null when it is unknown, revoked, expired, or its creator is no longer a member.
 *
 * A key never has more than its creator has at the moment of use: scopes and venues are cut down to theirs. The use
 * is noted at most once a minute.
 */
export async function actorOfApiKey(ctx: Ctx, bearer: string): Promise<ApiKeyActor | null> {
  authorizeAnyone(ctx);
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

export type ApiKeyRow = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  venueIds: string[] | null;
  createdByName: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  state: KeyState;
};

/** The organization's keys, the newest first; `createdByName` is null when that member is gone. */
export async function listApiKeys(ctx: Ctx): Promise<ApiKeyRow[]> {
  authorize(ctx, "api_key.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom("api_key")
      .leftJoin("member", (join) =>
        join
          .onRef("member.organization_id", "=", "api_key.organization_id")
          .onRef("member.id", "=", "api_key.created_by"),
      )
      .leftJoin("app_user", "app_user.id", "member.user_id")
      .select([
        "api_key.id",
        "api_key.name",
        "api_key.prefix",
        "api_key.scopes",
        "api_key.venue_ids as venueIds",
        "app_user.name as createdByName",
        "api_key.created_at as createdAt",
        "api_key.expires_at as expiresAt",
        "api_key.last_used_at as lastUsedAt",
        "api_key.revoked_at as revokedAt",
      ])
      .where("api_key.organization_id", "=", organizationId)
      .orderBy("api_key.created_at", "desc")
      .orderBy("api_key.id", "desc")
      .execute();
    return rows.map(({ revokedAt, ...row }) => {
      const dates = { revokedAt, expiresAt: row.expiresAt, creatorIsMember: row.createdByName !== null };
      return { ...row, state: keyState(dates, ctx.now.epochMilliseconds) };
    });
  });
}
