import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { asGuest, asMember, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { platformOrganizationId } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { ok, refuse } from "@/kernel/result";
import { enqueue } from "./queue";
import { type Ctx, inOrganization, reading, type Tx, transaction } from "./transaction";

const world = openWorld();
let here: Organization;
let there: Organization;
let ctx: Ctx;

beforeAll(async () => {
  here = await newOrganization(world, "Aquí");
  there = await newOrganization(world, "Allá");
  ctx = await asMember(world, here, "owner");
});

describe("a transaction", () => {
  it("keeps what an accepted deed wrote", async () => {
    const email = await invite(async () => ok("done"));
    expect(await invitations(email)).toBe(1);
  });

  it("rolls back on a returned refusal, and runs no effect", async () => {
    let effects = 0;
    const email = await invite(async (tx) => {
      tx.afterCommit.push(() => effects++);
      return refuse({ code: "no" });
    });
    expect(await invitations(email)).toBe(0);
    expect(effects).toBe(0);
  });

  it("rolls back on a thrown error", async () => {
    const email = newEmail();
    const failing = transaction(ctx, async (tx) => {
      await insertInvitation(tx, email);
      throw new Error("bug");
    });
    await expect(failing).rejects.toThrow("bug");
    expect(await invitations(email)).toBe(0);
  });

  it("takes back only the inner deed when an inner verb refuses and the outer one goes on", async () => {
    const [outer, inner] = [newEmail(), newEmail()];
    await transaction(ctx, async (tx) => {
      await insertInvitation(tx, outer);
      const refused = await transaction(tx, async (again) => {
        await insertInvitation(again, inner);
        return refuse({ code: "no" });
      });
      expect(refused.ok).toBe(false);
      return ok(null);
    });
    expect([await invitations(outer), await invitations(inner)]).toEqual([1, 0]);
  });

  it("stays usable when an inner verb ran into a constraint", async () => {
    const email = newEmail();
    await transaction(ctx, async (tx) => {
      await insertInvitation(tx, email);
      const twice = transaction(tx, async (again) => {
        await insertInvitation(again, email);
        return ok(null);
      });
      await expect(twice).rejects.toMatchObject({ code: "23505" });
      return ok(null);
    });
    expect(await invitations(email)).toBe(1);
  });

  it("is tried again after a deadlock, and both deeds are done", async () => {
    const one = await asMember(world, here, "owner");
    const two = await asMember(world, here, "owner");
    const attempts: string[] = [];
    const lockBoth = (name: string, first: string, second: string) =>
      transaction(ctx, async (tx) => {
        attempts.push(name);
        await touchMember(tx, first);
        await tx.db.executeQuery(sql`select pg_sleep(0.2)`.compile(tx.db));
        await touchMember(tx, second);
        return ok(name);
      });
    const [a, b] = [one.actor.memberId, two.actor.memberId];
    const results = await Promise.all([lockBoth("forwards", a, b), lockBoth("backwards", b, a)]);
    expect(results).toEqual([ok("forwards"), ok("backwards")]);
    expect(attempts.length).toBeGreaterThan(2);
  });

  it("enqueues a job with the deed, or not at all", async () => {
    const done = newId();
    const refused = newId();
    await transaction(ctx, async (tx) => {
      await enqueue(tx, "unknown-task", { marker: done });
      return ok(null);
    });
    await transaction(ctx, async (tx) => {
      await enqueue(tx, "unknown-task", { marker: refused });
      return refuse({ code: "no" });
    });
    const { rows } = await sql<{ marker: string }>`
      select payload ->> 'marker' as marker from graphile_worker._private_jobs where payload ->> 'marker' in (${done}, ${refused})
    `.execute(world.owner);
    expect(rows).toEqual([{ marker: done }]);
  });
});

describe("another organization inside a transaction", () => {
  it("is left for the one before, however deep", async () => {
    const seen: (string | null)[] = [];
    const look = async (tx: Tx) => {
      const { rows } = await sql<{ id: string | null }>`select current_organization() as id`.execute(tx.db);
      seen.push(rows[0]?.id ?? null);
    };
    await reading(ctx, (tx) =>
      inOrganization(tx, there.id, async (inner) => {
        await inOrganization(inner, platformOrganizationId, look);
        await look(inner);
      }).then(() => look(tx)),
    );
    expect(seen).toEqual([platformOrganizationId, there.id, here.id]);
  });
});

describe("the walls between organizations", () => {
  it("show the rows of one's own organization only", async () => {
    const ids = await reading(ctx, (tx) => tx.db.selectFrom("member").select("organization_id").distinct().execute());
    expect(ids).toEqual([{ organization_id: here.id }]);
  });

  it("show nothing to a transaction without an organization", async () => {
    const seen = await reading(asGuest(world), (tx) => tx.db.selectFrom("member").selectAll().execute());
    expect(seen).toEqual([]);
  });

  it("refuse a row that is written into another organization", async () => {
    const writing = transaction(ctx, async (tx) => {
      await insertInvitation(tx, newEmail(), there.id);
      return ok(null);
    });
    await expect(writing).rejects.toMatchObject({ code: "42501" });
  });

  it("do not let the connection of one deed keep the organization for the next", async () => {
    const left = await world.db.connection().execute(async (db) => {
      const { rows } = await sql<{ id: string | null }>`select current_organization() as id`.execute(db);
      return rows[0]?.id;
    });
    expect(left).toBeNull();
  });

  it("give the application a role that cannot go around them", async () => {
    const { rows } = await sql<{ rolsuper: boolean; rolbypassrls: boolean; me: string }>`
      select rolsuper, rolbypassrls, current_user as me from pg_roles where rolname = current_user
    `.execute(world.db);
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, me: "gestion_app" }]);
  });

  it("let a reading transaction write nothing", async () => {
    const writing = reading(ctx, (tx) => insertInvitation(tx, newEmail()));
    await expect(writing).rejects.toMatchObject({ code: "25006" });
  });
});

async function invite(body: (tx: Tx) => ReturnType<Parameters<typeof transaction>[1]>): Promise<string> {
  const email = newEmail();
  await transaction(ctx, async (tx) => {
    await insertInvitation(tx, email);
    return body(tx);
  });
  return email;
}

function newEmail(): string {
  return `${newId()}@ejemplo.mx`;
}

async function insertInvitation(tx: Tx, email: string, organizationId = here.id): Promise<void> {
  const row = {
    organization_id: organizationId,
    id: newId(),
    email,
    roles: ["viewer"],
    token_hash: newId(),
    expires_at: new Date(0),
  };
  await tx.db.insertInto("invitation").values(row).execute();
}

async function touchMember(tx: Tx, id: string): Promise<void> {
  await tx.db.updateTable("member").set({ venue_ids: null }).where("id", "=", id).execute();
}

async function invitations(email: string): Promise<number> {
  return (await world.owner.selectFrom("invitation").select("id").where("email", "=", email).execute()).length;
}
