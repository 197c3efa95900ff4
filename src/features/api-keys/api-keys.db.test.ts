import { beforeEach, describe, expect, it } from "vitest";
import { asApiKey, asGuest, asMember, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { newId } from "@/kernel/id";
import { hashSecret } from "@/kernel/secret";
import type { Ctx } from "@/platform/transaction";
import { createApiKey } from "./create-api-key";
import { actorOfApiKey, listApiKeys } from "./queries";
import { recordApiKeyUse } from "./record-api-key-use";
import { revokeApiKey } from "./revoke-api-key";

const world = openWorld();
let here: Organization;
let admin: Awaited<ReturnType<typeof asMember>>;

beforeEach(async () => {
  here = await newOrganization(world);
  admin = await asMember(world, here, "admin");
});

const input = { name: "Sitio web", scopes: ["event.read", "event.confirm", "member.invite"] };

async function newKey(change: Partial<Parameters<typeof createApiKey>[1]> = {}) {
  const done = await createApiKey(admin, { ...input, ...change });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

const later = (ctx: Ctx, seconds: number): Ctx => ({ ...ctx, now: ctx.now.add({ seconds }) });

async function newVenue(organization_id: string): Promise<string> {
  const id = newId();
  const place = { time_zone: "America/Mexico_City", currency: "MXN", day_cutoff: "06:00" };
  await world.owner
    .insertInto("venue")
    .values({ organization_id, id, name: "Sede", ...place })
    .execute();
  return id;
}

async function usedAt(apiKeyId: string): Promise<string | undefined> {
  const row = await world.owner
    .selectFrom("api_key")
    .select("last_used_at")
    .where("id", "=", apiKeyId)
    .executeTakeFirst();
  return row?.last_used_at?.toISOString();
}

describe("making a key", () => {
  it("shows the secret once and keeps its hash", async () => {
    const key = await newKey({ expiresInDays: 30 });
    expect(key.secret).toMatch(/^gek_[A-Za-z0-9_-]{43}$/);
    expect(key.secret.startsWith(key.prefix)).toBe(true);
    const row = await world.owner.selectFrom("api_key").selectAll().where("id", "=", key.apiKeyId).executeTakeFirst();
    expect(row).toMatchObject({ key_hash: hashSecret(key.secret), scopes: input.scopes });
    expect(row?.expires_at?.toISOString()).toBe("2026-12-24T18:00:00.000Z");
    const trail = await world.owner
      .selectFrom("audit_entry")
      .select(["action", "after"])
      .where("organization_id", "=", here.id)
      .execute();
    expect(trail).toMatchObject([{ action: "api_key.created", after: { name: "Sitio web", scopes: input.scopes } }]);
    expect(JSON.stringify(trail)).not.toContain(key.secret);
  });

  it("gives no scope that its creator does not have", async () => {
    const done = await createApiKey(admin, { ...input, scopes: ["event.read", "organization.delete"] });
    expect(done).toEqual({ ok: false, refusal: { code: "scope_not_yours", scope: "organization.delete" } });
    await expect(createApiKey(await asMember(world, here, "sales"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(createApiKey(asApiKey(world, here, "api_key.create"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("knows no venue out of its creator's reach", async () => {
    const local: Ctx = { ...admin, actor: { ...admin.actor, venueIds: [newId()] } };
    const mine = { ...input, venueIds: [await newVenue(here.id)] };
    await expect(createApiKey(local, mine)).rejects.toMatchObject({ code: "not_found" });
    const foreign = { ...input, venueIds: [await newVenue((await newOrganization(world)).id)] };
    await expect(createApiKey(admin, foreign)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("whom a key stands for", () => {
  it("is its organization, with its scopes and venues", async () => {
    const venueIds = [await newVenue(here.id)];
    const key = await newKey({ venueIds });
    expect(await actorOfApiKey(asGuest(world), key.secret)).toEqual({
      kind: "api-key",
      apiKeyId: key.apiKeyId,
      organizationId: here.id,
      name: "Sitio web",
      scopes: input.scopes,
      venueIds,
    });
  });

  it("is nobody for a key that is unknown, revoked, expired, or of a closed organization", async () => {
    const guest = asGuest(world);
    expect(await actorOfApiKey(guest, "gek_nonsense")).toBeNull();
    expect(await actorOfApiKey(guest, `gek_${"A".repeat(43)}`)).toBeNull();
    const revoked = await newKey();
    await revokeApiKey(admin, { apiKeyId: revoked.apiKeyId });
    expect(await actorOfApiKey(guest, revoked.secret)).toBeNull();
    const short = await newKey({ expiresInDays: 1 });
    expect(await actorOfApiKey(later(guest, 86_399), short.secret)).not.toBeNull();
    expect(await actorOfApiKey(later(guest, 86_400), short.secret)).toBeNull();
    const closed = await newKey();
    await world.owner.updateTable("organization").set({ closed_at: new Date() }).where("id", "=", here.id).execute();
    expect(await actorOfApiKey(guest, closed.secret)).toBeNull();
  });

  it("never has more than its creator has now", async () => {
    const key = await newKey();
    const become = (change: { roles?: string[]; venue_ids?: string[] }) =>
      world.owner.updateTable("member").set(change).where("id", "=", admin.actor.memberId).execute();
    const venue = newId();
    await become({ roles: ["sales"], venue_ids: [venue] });
    expect(await actorOfApiKey(asGuest(world), key.secret)).toMatchObject({
      scopes: ["event.read", "event.confirm"],
      venueIds: [venue],
    });
    await become({ roles: ["admin"] });
    expect(await actorOfApiKey(asGuest(world), key.secret)).toMatchObject({ scopes: input.scopes });
  });

  it("is nobody once its creator has left, also when they come back", async () => {
    const key = await newKey();
    await world.owner.deleteFrom("member").where("id", "=", admin.actor.memberId).execute();
    expect(await actorOfApiKey(asGuest(world), key.secret)).toBeNull();
    await world.owner
      .insertInto("member")
      .values({ organization_id: here.id, id: newId(), user_id: admin.actor.userId, roles: ["owner"] })
      .execute();
    expect(await actorOfApiKey(asGuest(world), key.secret)).toBeNull();
    const owner = await asMember(world, here, "owner");
    expect(await listApiKeys(owner)).toMatchObject([{ state: "orphaned", createdByName: null }]);
  });
});

describe("the last use", () => {
  it("is noted at most once a minute", async () => {
    const { secret, apiKeyId } = await newKey();
    const guest = asGuest(world);
    await Promise.all(Array.from({ length: 5 }, () => actorOfApiKey(guest, secret)));
    expect(await usedAt(apiKeyId)).toBe("2026-11-24T18:00:00.000Z");
    await actorOfApiKey(later(guest, 59), secret);
    expect(await usedAt(apiKeyId)).toBe("2026-11-24T18:00:00.000Z");
    await actorOfApiKey(later(guest, 60), secret);
    expect(await usedAt(apiKeyId)).toBe("2026-11-24T18:01:00.000Z");
  });

  it("is noted by the key itself only", async () => {
    const { apiKeyId } = await newKey();
    await expect(recordApiKeyUse(admin, { apiKeyId })).rejects.toMatchObject({ code: "not_found" });
    await expect(recordApiKeyUse(asApiKey(world, here), { apiKeyId })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("revoking", () => {
  it("is done once, written down, and not for another's key", async () => {
    const { apiKeyId } = await newKey();
    const stranger = await asMember(world, await newOrganization(world), "owner");
    await expect(revokeApiKey(stranger, { apiKeyId })).rejects.toMatchObject({ code: "not_found" });
    expect(await revokeApiKey(admin, { apiKeyId })).toEqual({ ok: true, value: { apiKeyId, name: "Sitio web" } });
    expect(await revokeApiKey(admin, { apiKeyId })).toMatchObject({ refusal: { code: "already_revoked" } });
    expect(await listApiKeys(admin)).toMatchObject([
      { id: apiKeyId, state: "revoked", createdByName: admin.actor.name },
    ]);
    expect(await listApiKeys(stranger)).toEqual([]);
  });
});
