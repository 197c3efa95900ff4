import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import {
  asApiKey,
  asGuest,
  asMember,
  asSystem,
  newOrganization,
  type Organization,
  openWorld,
} from "#tests/factories/world";
import { newId } from "@/kernel/id";
import { ok, refuse } from "@/kernel/result";
import { type Ctx, transaction } from "@/platform/transaction";
import { audit } from "./audit";

const world = openWorld();
let organization: Organization;

beforeAll(async () => {
  organization = await newOrganization(world);
});

describe("the audit trail", () => {
  it("says who, what, before and after, and from where, with only the fields that differ", async () => {
    const ctx = await asMember(world, organization, "sales");
    const id = newId();
    await transaction(ctx, async (tx) => {
      const before = { name: "Boda", people: 260, updated_at: 1 };
      await audit(
        tx,
        "event.updated",
        { type: "event", id, name: "Boda" },
        { before, after: { ...before, people: 280, updated_at: 2 } },
      );
      return ok(null);
    });
    expect(await entriesAbout(id)).toMatchObject([
      {
        organization_id: organization.id,
        actor_kind: "user",
        actor_id: ctx.actor.userId,
        actor_name: ctx.actor.name,
        action: "event.updated",
        before: { people: 260 },
        after: { people: 280 },
        ip: "203.0.113.7",
        user_agent: "vitest",
        request_id: "test-request",
      },
    ]);
  });

  it("never holds a secret", async () => {
    const id = newId();
    const row = { name: "Web", key_hash: "x", password: "x", accessToken: "x", backup_codes: "x", client_secret: "x" };
    await write(await asMember(world, organization, "owner"), id, { after: row });
    expect(await entriesAbout(id)).toMatchObject([{ after: { name: "Web" } }]);
    expect(JSON.stringify(await entriesAbout(id))).not.toContain('"x"');
  });

  it("keeps amounts exact", async () => {
    const id = newId();
    await write(await asMember(world, organization, "owner"), id, { after: { amount: 9007199254740993n } });
    expect(await entriesAbout(id)).toMatchObject([{ after: { amount: "9007199254740993" } }]);
  });

  it.each([
    ["api_key", () => asApiKey(world, organization)],
    ["system", () => asSystem(world, organization)],
  ])("names a %s as what it is", async (kind, ctx) => {
    const id = newId();
    await write(ctx(), id);
    expect(await entriesAbout(id)).toMatchObject([{ actor_kind: kind }]);
  });

  it("is written with the deed or not at all", async () => {
    const id = newId();
    await transaction(await asMember(world, organization, "owner"), async (tx) => {
      await audit(tx, "event.updated", { type: "event", id });
      return refuse({ code: "no" });
    });
    expect(await entriesAbout(id)).toEqual([]);
  });

  it("has no place for a guest without an organization", async () => {
    await expect(write(asGuest(world), newId())).rejects.toThrow();
  });
});

describe("nothing in the trail can be changed", () => {
  it.each([
    ["update", sql`update audit_entry set actor_name = 'nobody'`],
    ["delete", sql`delete from audit_entry`],
    ["truncate", sql`truncate audit_entry`],
  ])("%s is refused to the application", async (_, statement) => {
    await expect(statement.execute(world.db)).rejects.toMatchObject({ code: "42501" });
  });

  it.each([
    ["update", sql`update audit_entry set actor_name = 'nobody'`],
    ["delete", sql`delete from audit_entry`],
    ["truncate", sql`truncate audit_entry`],
  ])("%s is refused even to the owner of the table", async (_, statement) => {
    await expect(statement.execute(world.owner)).rejects.toThrow("append-only");
  });
});

async function write(ctx: Ctx, id: string, change = {}): Promise<void> {
  await transaction(ctx, async (tx) => {
    await audit(tx, "event.updated", { type: "event", id }, change);
    return ok(null);
  });
}

function entriesAbout(id: string) {
  return world.owner.selectFrom("audit_entry").selectAll().where("subject_id", "=", id).execute();
}
