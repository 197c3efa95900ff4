import { sql } from "kysely";
import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, inOrganization, type Tx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizePerson } from "./authorize";
import { hasConfirmedIdentity } from "./queries";
import type { IdentityNotConfirmed } from "./rules";
import type { DeleteAccount } from "./schema";
import { accountOf, noSessionCookies, theirOwn } from "./store";

export type DeleteAccountRefusal =
  | IdentityNotConfirmed
  | { code: "email_differs" }
  | { code: "sole_owner"; organization: string };

/**
 * Deletes the person's account with its sessions, passkeys and places. What they did stays in the trails of their
 * organizations under their name.
 *
 * Refuses with `confirm_identity`; `email_differs` from the one typed; `sole_owner` of an organization, which has to be
 * given to somebody else or closed first.
 */
export async function deleteAccount(
  ctx: Ctx,
  input: DeleteAccount,
): Promise<Result<{ cookies: string[] }, DeleteAccountRefusal>> {
  authorizePerson(ctx, "account.manage");
  const { actor } = ctx;
  return transaction(ctx, async (tx) => {
    if (!(await hasConfirmedIdentity(tx))) return refuse({ code: "confirm_identity" });
    const person = await theirOwn(tx, actor);
    if (person.email !== input.email) return refuse({ code: "email_differs" });
    const alone = await ownedAlone(tx, person.id);
    if (alone !== null) return refuse({ code: "sole_owner", organization: alone });
    await auditInEveryPlace(tx, person.id, "account.deleted", accountOf(person));
    await tx.db.deleteFrom("app_user").where("id", "=", person.id).execute();
    return ok({ cookies: noSessionCookies() });
  });
}

/** The name of an organization that would be left without an owner, or null. Locks, so that two owners do not leave at once. */
async function ownedAlone(tx: Tx, userId: string): Promise<string | null> {
  const owned = await tx.db
    .selectFrom("member")
    .innerJoin("organization", "organization.id", "member.organization_id")
    .select(["organization.id", "organization.name"])
    .where("member.user_id", "=", userId)
    .where(sql<boolean>`'owner' = any(member.roles)`)
    .orderBy("organization.id")
    .execute();
  for (const { id, name } of owned) {
    const owners = await inOrganization(tx, id, ({ db }) =>
      db
        .selectFrom("member")
        .select("user_id")
        .where("organization_id", "=", id)
        .where(sql<boolean>`'owner' = any(roles)`)
        .orderBy("id")
        .forUpdate()
        .execute(),
    );
    if (owners.every((owner) => owner.user_id === userId)) return name;
  }
  return null;
}
