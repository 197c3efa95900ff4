import { ok, type Result } from "@/kernel/result";
import { type Ctx, inOrganization, type Tx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { accountOf, theirOwn } from "./store";

/** Newest entries of the trail that one export holds, per organization. */
const mostEntries = 10_000;

/**
 * Everything that is kept about the person, as one JSON document: account, sessions, passkeys, places, and what they did
 * as far as the trails tell. No secrets: they are stored as hashes, and would only help a thief.
 */
export async function exportAccount(ctx: Ctx): Promise<Result<{ fileName: string; json: string }>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  return transaction(ctx, async (tx) => {
    const person = await theirOwn(tx, actor);
    const places = await placesOf(tx, person.id);
    const document = {
      exportedAt: tx.now.toString(),
      account: await accountRow(tx, person.id),
      sessions: await sessionsOf(tx, person.id),
      passkeys: await passkeysOf(tx, person.id),
      organizations: places,
      activity: await activityIn(
        tx,
        person.id,
        places.map((place) => place.id),
      ),
    };
    await auditInEveryPlace(tx, person.id, "account.exported", accountOf(person));
    const day = tx.now.toString().slice(0, 10);
    return ok({ fileName: `cuenta-${day}.json`, json: JSON.stringify(document, null, 2) });
  });
}

function accountRow(tx: Tx, userId: string) {
  return tx.db
    .selectFrom("app_user")
    .select([
      "id",
      "name",
      "email",
      "email_verified",
      "two_factor_enabled",
      "locale",
      "theme",
      "created_at",
      "updated_at",
    ])
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
}

function sessionsOf(tx: Tx, userId: string) {
  return tx.db
    .selectFrom("session")
    .select(["id", "ip_address", "user_agent", "created_at", "last_seen_at", "expires_at"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
}

function passkeysOf(tx: Tx, userId: string) {
  return tx.db
    .selectFrom("passkey")
    .select(["id", "name", "created_at", "last_used_at", "backed_up"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
}

function placesOf(tx: Tx, userId: string) {
  return tx.db
    .selectFrom("member")
    .innerJoin("organization", "organization.id", "member.organization_id")
    .select(["organization.id", "organization.name", "member.roles", "member.created_at as since"])
    .where("member.user_id", "=", userId)
    .orderBy("organization.name")
    .execute();
}

async function activityIn(tx: Tx, userId: string, organizationIds: string[]) {
  const entries = [];
  for (const id of organizationIds) {
    const own = await inOrganization(tx, id, ({ db }) =>
      db
        .selectFrom("audit_entry")
        .select(["organization_id", "at", "action", "subject_type", "subject_name", "ip", "user_agent"])
        .where("organization_id", "=", id)
        .where("actor_id", "=", userId)
        .orderBy("at", "desc")
        .limit(mostEntries)
        .execute(),
    );
    entries.push(...own);
  }
  return entries;
}
