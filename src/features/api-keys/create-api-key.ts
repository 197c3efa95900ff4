import { audit } from "@/features/audit/audit";
import { authorize, reachesVenue } from "@/features/identity/authorize";
import { Forbidden, NotFound } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { hashSecret, newSecret } from "@/kernel/secret";
import { toDate } from "@/kernel/time";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { keyPrefix, scopesToGive, shownLength } from "./rules";
import type { CreateApiKey } from "./schema";

/** `secret` is the key itself: it is shown this once and only its hash is kept. */
export type CreatedApiKey = { apiKeyId: string; name: string; prefix: string; secret: string };

export type CreateApiKeyRefusal = { code: "scope_not_yours"; scope: string };

/**
 * Makes an API key that acts for the signed-in member, with some of what they may do themselves.
 * Refuses with `scope_not_yours` when they may not do what a scope allows. Throws `NotFound` for a venue out of reach.
 */
export async function createApiKey(ctx: Ctx, input: CreateApiKey): Promise<Result<CreatedApiKey, CreateApiKeyRefusal>> {
  authorize(ctx, "api_key.create");
  const { actor } = ctx;
  if (actor.kind !== "user" || actor.memberId === null) throw new Forbidden("api_key.create");
  const { memberId, organizationId } = actor;
  if (input.venueIds?.some((id) => !reachesVenue(ctx, id))) throw new NotFound("venue");
  const mine: readonly string[] = scopesToGive(actor.roles);
  const excess = input.scopes.find((scope) => !mine.includes(scope));
  if (excess) return refuse({ code: "scope_not_yours", scope: excess });

  return transaction(ctx, async (tx) => {
    await checkVenues(tx, organizationId, input.venueIds);
    const secret = newSecret(keyPrefix);
    const key = {
      id: newId<"api-key">(),
      name: input.name,
      prefix: secret.slice(0, shownLength),
      scopes: input.scopes,
      venue_ids: input.venueIds ?? null,
      expires_at: input.expiresInDays ? toDate(tx.now.add({ hours: 24 * input.expiresInDays })) : null,
    };
    await tx.db
      .insertInto("api_key")
      .values({
        ...key,
        organization_id: organizationId,
        key_hash: hashSecret(secret),
        created_by: memberId,
        created_at: toDate(tx.now),
      })
      .execute();
    await audit(tx, "api_key.created", { type: "api_key", id: key.id, name: key.name }, { after: key });
    return ok({ apiKeyId: key.id, name: key.name, prefix: key.prefix, secret });
  });
}

async function checkVenues(tx: Tx, organizationId: string, venueIds: readonly string[] | undefined): Promise<void> {
  if (!venueIds) return;
  const found = await tx.db
    .selectFrom("venue")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("id", "in", [...venueIds])
    .execute();
  if (found.length < new Set(venueIds).size) throw new NotFound("venue");
}
