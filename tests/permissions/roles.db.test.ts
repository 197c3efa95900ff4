import { beforeAll, describe, expect, it } from "vitest";
import { asApiKey, asGuest, asMember, asPerson, newOrganization, openWorld } from "#tests/factories/world";
import { type Permission, permissionNames, rolesAllow } from "@/features/identity/permissions";
import { type Role, roles } from "@/kernel/actor";
import { Forbidden, Unauthenticated } from "@/kernel/errors";
import type { Ctx } from "@/platform/transaction";
import { serveFrom } from "../factories/serve";
import { allUseCases, type UseCase } from "./use-cases";

/** Generated: every use case x every role. An allowed one may then fail on its empty input; that is past the point. */

const world = openWorld();
const useCases = await allUseCases();
const asked = useCases.filter((one) => one.asks?.by === "permission");
const as = {} as Record<Role, Ctx> & { guest: Ctx; stranger: Ctx };
let organization: { id: string };

beforeAll(async () => {
  serveFrom(world);
  organization = await newOrganization(world);
  for (const role of roles) as[role] = await asMember(world, organization, role);
  as.guest = asGuest(world);
  as.stranger = await asPerson(world);
});

describe("every use case", () => {
  it("is found", () => expect(asked.length).toBeGreaterThan(30));

  it.each(useCases.map((one) => [`${one.feature}: ${one.name}`, one] as const))("%s asks who may", (_, one) => {
    expect(one.asks).not.toBeNull();
  });

  it.each(asked.map((one) => [one.name, one] as const))("%s asks for a permission of the table", (_, one) => {
    expect(permissionNames).toContain(permissionOf(one));
  });
});

describe.each(roles)("a %s", (role) => {
  it.each(asked.map((one) => [one.name, one] as const))("%s", async (_, one) => {
    const allowed = rolesAllow([role], permissionOf(one));
    expect(await attempt(one, as[role])).toBe(allowed ? "goes on" : "forbidden");
  });
});

describe("who is no member", () => {
  it.each(asked.map((one) => [one.name, one] as const))(
    "%s is closed to guests, strangers and bare keys",
    async (_, one) => {
      const permission = permissionOf(one);
      const others = permissionNames.filter((name) => name !== permission);
      expect(await attempt(one, as.guest)).toBe("unauthenticated");
      expect(await attempt(one, as.stranger)).toBe("forbidden");
      expect(await attempt(one, asApiKey(world, organization, ...others))).toBe("forbidden");
    },
  );

  const personal = useCases.filter((one) => one.asks?.by === "person");
  it.each(personal.map((one) => [one.name, one] as const))("%s is closed to guests and keys", async (_, one) => {
    expect(await attempt(one, as.guest)).toBe("unauthenticated");
    expect(await attempt(one, asApiKey(world, organization, ...permissionNames))).toBe("forbidden");
  });

  const internal = useCases.filter((one) => one.asks?.by === "system");
  it.each(internal.map((one) => [one.name, one] as const))("%s is closed to everybody but jobs", async (_, one) => {
    expect(await attempt(one, as.guest)).toBe("unauthenticated");
    expect(await attempt(one, as.owner)).toBe("forbidden");
    expect(await attempt(one, asApiKey(world, organization, ...permissionNames))).toBe("forbidden");
  });
});

function permissionOf(one: UseCase): Permission {
  if (one.asks?.by !== "permission") throw new Error(`${one.name} asks for no permission`);
  return one.asks.name as Permission;
}

async function attempt(one: UseCase, ctx: Ctx): Promise<"goes on" | "forbidden" | "unauthenticated"> {
  try {
    await one.run(ctx, {});
  } catch (error) {
    if (error instanceof Forbidden) return "forbidden";
    if (error instanceof Unauthenticated) return "unauthenticated";
  }
  return "goes on";
}
