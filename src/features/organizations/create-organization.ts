import { audit } from "@/features/audit/audit";
import { authorizePerson } from "@/features/identity/authorize";
import { switchOrganization } from "@/features/identity/switch-organization";
import { TooManyRequests } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { ok, type Result } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { limit } from "@/platform/rate-limit";
import { type Ctx, inOrganization, type Tx, transaction } from "@/platform/transaction";
import { slugOf } from "./rules";
import type { CreateOrganization } from "./schema";

export type CreatedOrganization = { organizationId: string; memberId: string; name: string; slug: string };

/**
 * Makes an organization with the signed-in person as its owner, and makes it the place where their session acts.
 * Its slug is the name's, with a number behind it when another organization has that one.
 */
export async function createOrganization(ctx: Ctx, input: CreateOrganization): Promise<Result<CreatedOrganization>> {
  authorizePerson(ctx, "organization.create");
  const { userId } = ctx.actor;
  const rate = await limit("create-organization", userId, { limit: 10, windowSeconds: 86_400, now: ctx.now });
  if (!rate.allowed) throw new TooManyRequests(rate.resetSeconds);

  return transaction(ctx, async (tx) => {
    const organizationId = newId<"organization">();
    const memberId = newId<"member">();
    const slug = await inOrganization(tx, organizationId, async (there) => {
      const found = await insertWithFreeSlug(there, organizationId, input);
      const place = { id: memberId, roles: ["owner"], venue_ids: null };
      await there.db
        .insertInto("member")
        .values({ ...place, organization_id: organizationId, user_id: userId, created_at: toDate(tx.now) })
        .execute();
      const subject = { type: "organization", id: organizationId, name: input.name };
      await audit(there, "organization.created", subject, { after: { ...input, slug: found } });
      return found;
    });
    await switchOrganization(tx, { organizationId });
    return ok({ organizationId, memberId, name: input.name, slug });
  });
}

async function insertWithFreeSlug(tx: Tx, id: string, input: CreateOrganization): Promise<string> {
  const base = slugOf(input.name);
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number <= 20 ? number : id.slice(-8)}`;
    const inserted = await tx.db
      .insertInto("organization")
      .values({
        id,
        slug,
        name: input.name,
        country: input.country,
        time_zone: input.timeZone,
        currency: input.currency,
        created_at: toDate(tx.now),
        updated_at: toDate(tx.now),
      })
      .onConflict((conflict) => conflict.column("slug").doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 1n) return slug;
  }
}
