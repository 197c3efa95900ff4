import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { asMember, asPerson, asSystem, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { platformOrganizationId } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { hashSecret, newSecret } from "@/kernel/secret";
import { toDate } from "@/kernel/time";
import type { Ctx } from "@/platform/transaction";
import { closeOrganization } from "./close-organization";
import { completeSetUp } from "./complete-set-up";
import { createOrganization } from "./create-organization";
import { exportOrganization } from "./export-organization";
import { purgeOrganization } from "./purge-organization";
import { exportedOrganization, getOrganization, listOwnOrganizations, setUpProgress } from "./queries";
import { updateOrganization } from "./update-organization";

const world = openWorld();
let here: Organization;
let owner: Awaited<ReturnType<typeof signedIn>>;

beforeEach(async () => {
  here = await newOrganization(world, "Salón Ribera");
  owner = await signedIn("owner");
});

/** A member with a session in the database, whose password was shown `minutesAgo`. */
async function signedIn(role: "owner" | "admin", minutesAgo = 1) {
  const ctx = await asMember(world, here, role);
  await openSession(ctx, ctx.actor, minutesAgo);
  return ctx;
}

async function openSession(ctx: Ctx, actor: { userId: string; sessionId: string }, minutesAgo = 1): Promise<void> {
  const at = toDate(ctx.now.subtract({ minutes: minutesAgo }));
  await world.owner
    .insertInto("session")
    .values({
      id: actor.sessionId,
      user_id: actor.userId,
      token_hash: hashSecret(newSecret()),
      authenticated_at: at,
      expires_at: toDate(ctx.now.add({ hours: 1 })),
    })
    .execute();
}

const ribera = { name: "Salón Ribera", country: "AR", timeZone: "America/Argentina/Cordoba", currency: "ARS" };

describe("making an organization", () => {
  it("makes the person its owner and the session's place", async () => {
    const person = await asPerson(world);
    await openSession(person, person.actor);
    const name = `Quinta ${newId()}`;
    const done = await createOrganization(person, { ...ribera, name });
    expect(done).toMatchObject({ ok: true, value: { name, slug: name.toLowerCase().replace(" ", "-") } });
    expect(await listOwnOrganizations(person)).toMatchObject([{ name, roles: ["owner"] }]);
    const session = await world.owner
      .selectFrom("session")
      .select("active_organization_id")
      .where("id", "=", person.actor.sessionId)
      .executeTakeFirst();
    expect(session?.active_organization_id).toBe(done.ok && done.value.organizationId);
  });

  it("finds every one of ten of the same name at once a slug of its own", async () => {
    const name = `Salón ${newId()}`;
    const people = await Promise.all(Array.from({ length: 10 }, () => asPerson(world)));
    const done = await Promise.all(people.map((person) => createOrganization(person, { ...ribera, name })));
    const slugs = done.map((it) => it.ok && it.value.slug);
    expect(new Set(slugs).size).toBe(10);
  });

  it("needs somebody signed in", async () => {
    await expect(createOrganization(asSystem(world, here), ribera)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the end of the wizard", () => {
  it("is refused while the calendar would be empty, and then is reached once", async () => {
    expect(await completeSetUp(owner, {})).toEqual({ ok: false, refusal: { code: "step_missing", step: "venue" } });
    await furnish(here.id);
    expect(await setUpProgress(owner)).toEqual({ venues: 1, spaces: 1, shifts: 1 });
    expect(await completeSetUp(owner, {})).toMatchObject({ ok: true });
    expect(await completeSetUp(owner, {})).toMatchObject({ ok: true });
    const entries = await entriesOf(here.id, "organization.set_up");
    expect(entries).toHaveLength(1);
  });
});

describe("the profile", () => {
  it("changes, and the trail has only what changed", async () => {
    await updateOrganization(owner, ribera);
    expect(await getOrganization(owner)).toMatchObject({ country: "AR", currency: "ARS", timeZone: ribera.timeZone });
    const [entry] = await entriesOf(here.id, "organization.updated");
    expect(entry?.before).toEqual({ country: "MX", time_zone: "America/Mexico_City", currency: "MXN" });
    await updateOrganization(owner, ribera);
    expect(await entriesOf(here.id, "organization.updated")).toHaveLength(1);
  });

  it("is for owners and admins", async () => {
    const sales = await asMember(world, here, "sales");
    await expect(updateOrganization(sales, ribera)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("taking the data along", () => {
  it("needs an owner who has just shown who they are, and is written down", async () => {
    expect(await exportOrganization(await signedIn("owner", 11), {})).toMatchObject({
      refusal: { code: "confirm_identity" },
    });
    await expect(exportOrganization(await signedIn("admin"), {})).rejects.toMatchObject({ code: "forbidden" });
    expect(await exportOrganization(owner, {})).toMatchObject({ ok: true });
    expect(await entriesOf(here.id, "organization.exported")).toHaveLength(1);
  });

  it("has every row of every table of this organization, none of another, and no secret", async () => {
    const there = await newOrganization(world, "Otra organización");
    await furnish(here.id);
    await furnish(there.id);
    const hash = hashSecret(newSecret());
    await world.owner
      .insertInto("api_key")
      .values({
        organization_id: here.id,
        id: newId(),
        name: "k",
        prefix: "gek_1",
        key_hash: hash,
        scopes: ["event.read"],
        created_by: owner.actor.memberId,
      })
      .execute();
    const now = toDate(owner.now);
    const entries = Array.from({ length: 1_205 }, (_, index) => ({
      organization_id: here.id,
      id: newId(),
      at: now,
      actor_kind: "system",
      actor_name: "x",
      action: "a.b",
      subject_type: "x",
      subject_name: `entrada ${index}`,
    }));
    await world.owner.insertInto("audit_entry").values(entries).execute();

    let text = "";
    for await (const piece of exportedOrganization(owner)) text += piece;
    const whole = JSON.parse(text);
    expect(whole.organization).toMatchObject({ id: here.id, name: "Salón Ribera" });
    expect(whole.people.map((it: { id: string }) => it.id)).toContain(owner.actor.userId);
    expect(Object.keys(whole.tables)).toEqual(
      expect.arrayContaining(["member", "venue", "space", "shift", "audit_entry"]),
    );
    expect(Object.keys(whole.tables)).not.toContain("idempotency_key");
    expect(whole.tables.venue).toHaveLength(1);
    expect(whole.tables.audit_entry).toHaveLength(1_205);
    expect(new Set(whole.tables.audit_entry.map((it: { id: string }) => it.id)).size).toBe(1_205);
    expect(text).not.toContain(there.id);
    expect(text).not.toContain(hash);
  });
});

describe("closing", () => {
  it("asks for the name and for a password shown just now", async () => {
    expect(await closeOrganization(owner, { name: "salón ribera" })).toMatchObject({
      refusal: { code: "name_differs" },
    });
    expect(await closeOrganization(await signedIn("owner", 11), { name: "Salón Ribera" })).toMatchObject({
      refusal: { code: "confirm_identity" },
    });
    await expect(closeOrganization(await signedIn("admin"), { name: "Salón Ribera" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("shuts everybody out at once and tells the owners", async () => {
    expect(await closeOrganization(owner, { name: "Salón Ribera" })).toMatchObject({ ok: true });
    expect(await listOwnOrganizations(owner)).toEqual([]);
    const mails = await world.owner
      .selectFrom("message")
      .select("recipient")
      .where("organization_id", "=", platformOrganizationId)
      .where("template", "=", "organization-deleted")
      .where("recipient", "=", owner.actor.email)
      .execute();
    expect(mails).toHaveLength(1);
  });
});

describe("deleting a closed organization", () => {
  it("leaves nothing of it but a line that names nobody, and nothing of others is touched", async () => {
    const there = await newOrganization(world);
    await furnish(here.id);
    await furnish(there.id);
    await updateOrganization(owner, ribera);
    await closedDaysAgo(30);
    const done = await purgeOrganization(asSystem(world, here));
    expect(done.ok && done.value.deleted).toBeGreaterThan(5);
    expect(await rowsAnywhere(here.id)).toEqual([]);
    expect((await rowsAnywhere(there.id)).map(({ table }) => table)).toEqual(
      expect.arrayContaining(["member", "venue", "space", "shift"]),
    );
    const entries = await world.owner
      .selectFrom("audit_entry")
      .selectAll()
      .where("organization_id", "=", platformOrganizationId)
      .where("subject_id", "=", here.id)
      .execute();
    expect(entries).toMatchObject([{ action: "organization.purged", subject_name: null, before: null, after: null }]);
    expect(await purgeOrganization(asSystem(world, here))).toEqual({ ok: true, value: { deleted: 0 } });
  });

  it("waits 30 days, and leaves alone what is open", async () => {
    await closedDaysAgo(29);
    await expect(purgeOrganization(asSystem(world, here))).rejects.toThrow("was not closed 30 days ago");
    await world.owner.updateTable("organization").set({ closed_at: null }).where("id", "=", here.id).execute();
    expect(await purgeOrganization(asSystem(world, here))).toEqual({ ok: true, value: { deleted: 0 } });
    expect((await rowsAnywhere(here.id)).length).toBeGreaterThan(0);
  });

  it("is for jobs only, and the trail cannot be thinned out in any other way", async () => {
    await expect(purgeOrganization(owner)).rejects.toMatchObject({ code: "forbidden" });
    await updateOrganization(owner, ribera);
    const remove = (db: typeof world.db) =>
      db.deleteFrom("audit_entry").where("organization_id", "=", here.id).execute();
    await expect(remove(world.owner)).rejects.toThrow("append-only");
    await expect(remove(world.db)).rejects.toThrow("permission denied");
  });
});

async function closedDaysAgo(days: number): Promise<void> {
  const at = new Date(Date.now() - days * 86_400_000 - 1_000);
  await world.owner.updateTable("organization").set({ closed_at: at }).where("id", "=", here.id).execute();
}

function entriesOf(organizationId: string, action: string) {
  return world.owner
    .selectFrom("audit_entry")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("action", "=", action)
    .execute();
}

async function furnish(organization_id: string): Promise<void> {
  const [venue_id, atom_id, space_id] = [newId(), newId(), newId()];
  const insert = world.owner;
  await insert
    .insertInto("venue")
    .values({
      organization_id,
      id: venue_id,
      name: "Sede",
      time_zone: "America/Mexico_City",
      currency: "MXN",
      day_cutoff: "06:00",
      position: 0,
    })
    .execute();
  await insert.insertInto("atom").values({ organization_id, id: atom_id, venue_id, name: "A" }).execute();
  await insert
    .insertInto("space")
    .values({ organization_id, id: space_id, venue_id, name: "A", capacity: 80, position: 0 })
    .execute();
  await insert.insertInto("space_atom").values({ organization_id, venue_id, space_id, atom_id }).execute();
  await insert
    .insertInto("shift")
    .values({ organization_id, id: newId(), venue_id, name: "Noche", starts: "19:00", ends: "04:00", position: 0 })
    .execute();
}

/** The tables that have a row of the organization, found in the catalogue, so that a new table is not forgotten. */
async function rowsAnywhere(organizationId: string) {
  const tables = await world.owner.introspection.getTables();
  const tenant = tables.filter((table) => table.columns.some((column) => column.name === "organization_id"));
  const counts = await Promise.all(
    tenant.map(async ({ name }) => {
      const { rows } = await world.owner.executeQuery<{ count: bigint }>(countOf(name, organizationId));
      return { table: name, count: Number(rows[0]?.count ?? 0) };
    }),
  );
  return counts.filter(({ count }) => count > 0);
}

function countOf(table: string, organizationId: string) {
  return sql<{
    count: bigint;
  }>`select count(*) as count from ${sql.table(table)} where organization_id = ${organizationId}`.compile(world.owner);
}
