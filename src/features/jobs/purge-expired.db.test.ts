import { beforeAll, describe, expect, it } from "vitest";
import { asMember, asSystem, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { platformOrganizationId } from "@/kernel/actor";
import { Forbidden } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { toDate } from "@/kernel/time";
import { purgeExpired } from "./purge-expired";

const world = openWorld();
const installation = () => asSystem(world, { id: platformOrganizationId }, "purge-expired");
let here: Organization;
let there: Organization;

beforeAll(async () => {
  here = await newOrganization(world);
  there = await newOrganization(world);
});

const hoursAgo = (hours: number) => toDate(installation().now.subtract({ hours }));

const key = (organization: Organization, name: string, hours: number) =>
  world.owner
    .insertInto("idempotency_key")
    .values({
      organization_id: organization.id,
      caller: newId(),
      key: name,
      request_hash: "x",
      created_at: hoursAgo(hours),
    })
    .execute();

const invitation = (
  organization: Organization,
  email: string,
  times: { expired: number; revoked?: number; accepted?: number },
) =>
  world.owner
    .insertInto("invitation")
    .values({
      organization_id: organization.id,
      id: newId(),
      email,
      roles: ["sales"],
      token_hash: newId(),
      expires_at: hoursAgo(times.expired),
      revoked_at: times.revoked === undefined ? null : hoursAgo(times.revoked),
      accepted_at: times.accepted === undefined ? null : hoursAgo(times.accepted),
    })
    .execute();

describe("purgeExpired", () => {
  it("deletes what is over in every organization and nothing else", async () => {
    for (const organization of [here, there]) {
      await key(organization, "old", 25);
      await key(organization, "young", 23);
      await invitation(organization, "revoked-long-ago@ejemplo.mx", { expired: -100, revoked: 31 * 24 });
      await invitation(organization, "revoked-today@ejemplo.mx", { expired: -100, revoked: 2 });
      await invitation(organization, "ran-out-long-ago@ejemplo.mx", { expired: 31 * 24 });
      await invitation(organization, "accepted@ejemplo.mx", { expired: 31 * 24, accepted: 32 * 24 });
      await invitation(organization, "open@ejemplo.mx", { expired: -100 });
    }
    const first = await purgeExpired(installation());
    expect(first.ok && first.value.idempotencyKeys).toBeGreaterThanOrEqual(2);
    expect(first.ok && first.value.invitations).toBeGreaterThanOrEqual(4);
    for (const { id } of [here, there]) {
      const keys = await world.owner
        .selectFrom("idempotency_key")
        .select("key")
        .where("organization_id", "=", id)
        .execute();
      expect(keys).toEqual([{ key: "young" }]);
      const left = await world.owner
        .selectFrom("invitation")
        .select("email")
        .where("organization_id", "=", id)
        .execute();
      expect(left.map(({ email }) => email.split("@")[0]).sort()).toEqual(["accepted", "open", "revoked-today"]);
    }
    const nothing = { ok: true, value: { idempotencyKeys: 0, invitations: 0 } };
    expect(await purgeExpired(installation())).toEqual(nothing);
  });

  it("sees only its own organization from anywhere else", async () => {
    await key(there, "kept", 25);
    await purgeExpired(asSystem(world, here));
    const kept = await world.owner.selectFrom("idempotency_key").select("key").where("key", "=", "kept").execute();
    expect(kept).toHaveLength(1);
  });

  it("is for jobs only", async () => {
    await expect(purgeExpired(await asMember(world, here, "owner"))).rejects.toThrow(Forbidden);
  });
});
