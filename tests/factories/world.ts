import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll } from "vitest";
import type { Actor, ApiKeyActor, Origin, Role, UserActor } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { type Db, openDb, openPool } from "@/platform/db";
import type { Ctx } from "@/platform/transaction";
import { testDatabase } from "../database/test-database";

const origin: Origin = { requestId: "test-request", ip: "203.0.113.7", userAgent: "vitest" };

/** The database as the application sees it (`db`), and as its owner does (`owner`), for the length of a test file. */
export type World = { db: Db; owner: Db; url: string };

/** Opens both views before the tests of a file and closes them after. Call it at the top of a `describe` or file. */
export function openWorld(): World {
  const world = {} as World; // filled before the first test runs
  const pools: { end(): Promise<void> }[] = [];
  beforeAll(async () => {
    const { url } = await testDatabase();
    const app = openPool(url, { role: "app", max: 60 });
    const owner = openPool(url, { role: "owner", max: 5 });
    pools.push(app, owner);
    Object.assign(world, { url, db: openDb(app), owner: openDb(owner) });
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
  });
  return world;
}

export type Organization = { id: string; name: string; ownerUserId: string; ownerMemberId: string };

/** An organization of the test's own, with one owner. */
export async function newOrganization(world: World, name = "Salón de Prueba"): Promise<Organization> {
  const id = newId();
  await world.owner
    .insertInto("organization")
    .values({ id, name, slug: `t-${id}`, country: "MX", time_zone: "America/Mexico_City", currency: "MXN" })
    .execute();
  const owner = await newMember(world, id, ["owner"]);
  return { id, name, ownerUserId: owner.userId, ownerMemberId: owner.memberId };
}

/** A person of the test's own; their e-mail is unique and verified. */
export async function newPerson(
  world: World,
  name = "Persona de Prueba",
): Promise<{ userId: string; email: string; name: string }> {
  const userId = newId();
  const email = `${userId}@ejemplo.mx`;
  await world.owner.insertInto("app_user").values({ id: userId, name, email, email_verified: true }).execute();
  return { userId, email, name };
}

/** A person with a place in the organization. */
export async function newMember(world: World, organizationId: string, roles: Role[], venueIds: string[] | null = null) {
  const person = await newPerson(world);
  const memberId = newId();
  await world.owner
    .insertInto("member")
    .values({ organization_id: organizationId, id: memberId, user_id: person.userId, roles, venue_ids: venueIds })
    .execute();
  return { ...person, memberId };
}

/** The context of an actor. `now` is fixed, so that tests do not depend on the day they run. */
export function ctxOf(world: World, actor: Actor, now = Temporal.Instant.from("2026-11-24T18:00:00Z")): Ctx {
  return { db: world.db, actor, now, origin };
}

/** The context of a member with these roles; the person exists, so that rows may point to them. */
export async function asMember(world: World, organization: { id: string }, ...roles: Role[]) {
  const member = await newMember(world, organization.id, roles);
  const actor: UserActor & { organizationId: string; memberId: string } = {
    kind: "user",
    userId: member.userId,
    sessionId: newId(),
    name: member.name,
    email: member.email,
    organizationId: organization.id,
    memberId: member.memberId,
    roles,
    venueIds: null,
  };
  return { ...ctxOf(world, actor), actor };
}

/** The context of a signed-in person who belongs to no organization. */
export async function asPerson(world: World) {
  const person = await newPerson(world);
  const actor: UserActor = {
    kind: "user",
    ...person,
    sessionId: newId(),
    organizationId: null,
    memberId: null,
    roles: [],
    venueIds: null,
  };
  return { ...ctxOf(world, actor), actor };
}

/** The context of somebody who is not signed in. */
export function asGuest(world: World): Ctx {
  return ctxOf(world, { kind: "guest" });
}

/** The context of a job of the organization. */
export function asSystem(world: World, organization: { id: string }, job = "test-job"): Ctx {
  return ctxOf(world, { kind: "system", organizationId: organization.id, job });
}

/** The context of an API key with these scopes; the key has no row. */
export function asApiKey(
  world: World,
  organization: { id: string },
  ...scopes: string[]
): Ctx & { actor: ApiKeyActor } {
  const actor: ApiKeyActor = {
    kind: "api-key",
    apiKeyId: newId(),
    organizationId: organization.id,
    name: "Prueba",
    scopes,
    venueIds: null,
  };
  return { ...ctxOf(world, actor), actor };
}
