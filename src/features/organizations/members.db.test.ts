import { beforeEach, describe, expect, it } from "vitest";
import {
  asApiKey,
  asGuest,
  asMember,
  asPerson,
  ctxOf,
  newMember,
  newOrganization,
  newPerson,
  type Organization,
  openWorld,
} from "#tests/factories/world";
import { newId } from "@/kernel/id";
import type { Ctx } from "@/platform/transaction";
import { inviteMember } from "./invite-member";
import { leaveOrganization } from "./leave-organization";
import { listMembers, listOwnOrganizations } from "./queries";
import { recordVisit } from "./record-visit";
import { removeMember } from "./remove-member";
import { updateMember } from "./update-member";

const world = openWorld();
let here: Organization;
let ownerCtx: Awaited<ReturnType<typeof asMember>>;

beforeEach(async () => {
  here = await newOrganization(world);
  await world.owner.deleteFrom("member").where("organization_id", "=", here.id).execute();
  ownerCtx = await asMember(world, here, "owner");
});

function rolesOf(memberId: string) {
  return world.owner.selectFrom("member").select(["roles", "venue_ids"]).where("id", "=", memberId).executeTakeFirst();
}

async function newVenue(organization_id: string): Promise<string> {
  const id = newId();
  const place = { time_zone: "America/Mexico_City", currency: "MXN", day_cutoff: "06:00" };
  await world.owner
    .insertInto("venue")
    .values({ organization_id, id, name: "Sede", ...place })
    .execute();
  return id;
}

function trail(action: string) {
  return world.owner
    .selectFrom("audit_entry")
    .selectAll()
    .where("organization_id", "=", here.id)
    .where("action", "=", action)
    .execute();
}

describe("updating a member", () => {
  it("changes roles and venues, and the trail has both sides", async () => {
    const sales = await newMember(world, here.id, ["sales"]);
    const venueIds = [await newVenue(here.id)];
    const done = await updateMember(ownerCtx, { memberId: sales.memberId, roles: ["manager"], venueIds });
    expect(done).toEqual({ ok: true, value: { memberId: sales.memberId, name: sales.name } });
    expect(await rolesOf(sales.memberId)).toEqual({ roles: ["manager"], venue_ids: venueIds });
    const [entry] = await trail("member.updated");
    expect(entry).toMatchObject({
      before: { roles: ["sales"], venue_ids: null },
      after: { roles: ["manager"], venue_ids: venueIds },
      actor_name: ownerCtx.actor.name,
    });
  });

  it("refuses what rules.ts refuses, and writes nothing", async () => {
    const admin = await asMember(world, here, "admin");
    const memberId = ownerCtx.actor.memberId;
    expect(await updateMember(admin, { memberId, roles: ["viewer"] })).toMatchObject({
      refusal: { code: "only_owners" },
    });
    expect(await updateMember(ownerCtx, { memberId, roles: ["admin"] })).toMatchObject({
      refusal: { code: "last_owner" },
    });
    expect(await rolesOf(memberId)).toMatchObject({ roles: ["owner"] });
    expect(await trail("member.updated")).toEqual([]);
  });

  it("does not know the members of another organization", async () => {
    const there = await newOrganization(world);
    const input = { memberId: there.ownerMemberId, roles: ["viewer" as const] };
    await expect(updateMember(ownerCtx, input)).rejects.toThrow("member not found");
    await expect(removeMember(ownerCtx, { memberId: there.ownerMemberId })).rejects.toThrow("member not found");
  });

  it("does not know the venues of another organization", async () => {
    const there = await newOrganization(world);
    const place = { roles: ["sales" as const], venueIds: [await newVenue(there.id)] };
    const sales = await newMember(world, here.id, ["sales"]);
    await expect(updateMember(ownerCtx, { memberId: sales.memberId, ...place })).rejects.toThrow("venue not found");
    await expect(inviteMember(ownerCtx, { email: "x@ejemplo.mx", ...place })).rejects.toThrow("venue not found");
  });

  it("is for those with the permission", async () => {
    const sales = await asMember(world, here, "sales");
    const input = { memberId: ownerCtx.actor.memberId, roles: ["viewer" as const] };
    await expect(updateMember(sales, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateMember(asGuest(world), input)).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("removing and leaving", () => {
  it("removes a member and says who it was", async () => {
    const sales = await newMember(world, here.id, ["sales"]);
    expect(await removeMember(ownerCtx, { memberId: sales.memberId })).toMatchObject({ ok: true });
    expect(await rolesOf(sales.memberId)).toBeUndefined();
    expect(await trail("member.removed")).toMatchObject([{ before: { email: sales.email, roles: ["sales"] } }]);
  });

  it("refuses oneself, owners by others, and the last owner by a key", async () => {
    const admin = await asMember(world, here, "admin");
    const owner = { memberId: ownerCtx.actor.memberId };
    expect(await removeMember(ownerCtx, owner)).toMatchObject({ refusal: { code: "yourself" } });
    expect(await removeMember(admin, owner)).toMatchObject({ refusal: { code: "only_owners" } });
    expect(await removeMember(asApiKey(world, here, "member.remove"), owner)).toMatchObject({
      refusal: { code: "only_owners" },
    });
  });

  it("lets anyone leave but the last owner", async () => {
    const door = await asMember(world, here, "door");
    expect(await leaveOrganization(door, {})).toMatchObject({ ok: true });
    expect(await leaveOrganization(ownerCtx, {})).toMatchObject({ refusal: { code: "last_owner" } });
    await asMember(world, here, "owner");
    expect(await leaveOrganization(ownerCtx, {})).toMatchObject({ ok: true });
    await expect(leaveOrganization(await asPerson(world), {})).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("listing", () => {
  it("finds members by name and address without accents, and only those of the organization", async () => {
    await newOrganization(world);
    const person = await newPerson(world, "Íñigo Núñez");
    await world.owner
      .insertInto("member")
      .values({ organization_id: here.id, id: person.userId, user_id: person.userId, roles: ["door"] })
      .execute();
    expect((await listMembers(ownerCtx)).items).toHaveLength(2);
    expect((await listMembers(ownerCtx, { q: "inigo nun" })).items.map(({ name }) => name)).toEqual(["Íñigo Núñez"]);
    expect((await listMembers(ownerCtx, { q: person.email.slice(0, 20) })).items).toHaveLength(1);
  });

  it("shows a person their organizations, without the closed ones", async () => {
    const other = await newOrganization(world, "Abierta");
    const closed = await newOrganization(world, "Cerrada");
    for (const { id } of [other, closed]) {
      await world.owner
        .insertInto("member")
        .values({ organization_id: id, id: here.id, user_id: ownerCtx.actor.userId, roles: ["viewer"] })
        .execute();
    }
    await world.owner.updateTable("organization").set({ closed_at: new Date() }).where("id", "=", closed.id).execute();
    const names = (await listOwnOrganizations(ownerCtx)).map(({ name }) => name);
    expect(names).toEqual(["Abierta", here.name]);
    const nowhere: Ctx = ctxOf(world, { ...ownerCtx.actor, organizationId: null, memberId: null, roles: [] });
    expect((await listOwnOrganizations(nowhere)).map(({ name }) => name)).toEqual(["Abierta", here.name]);
  });

  it("notes a visit at most every five minutes", async () => {
    await recordVisit(ownerCtx);
    const seen = async () => (await listMembers(ownerCtx)).items[0]?.lastSeenAt?.toISOString();
    expect(await seen()).toBe("2026-11-24T18:00:00.000Z");
    await recordVisit({ ...ownerCtx, now: ownerCtx.now.add({ minutes: 4 }) });
    expect(await seen()).toBe("2026-11-24T18:00:00.000Z");
    await recordVisit({ ...ownerCtx, now: ownerCtx.now.add({ minutes: 6 }) });
    expect(await seen()).toBe("2026-11-24T18:06:00.000Z");
  });
});
