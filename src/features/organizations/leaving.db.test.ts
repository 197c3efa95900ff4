import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { asSignedIn, furnish, newFile } from "#tests/factories/furnish";
import { asSystem, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { platformOrganizationId } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { hashSecret, newSecret } from "@/kernel/secret";
import { toDate } from "@/kernel/time";
import { changeLogo } from "./change-logo";
import { closeOrganization } from "./close-organization";
import { exportOrganization } from "./export-organization";
import { purgeOrganization } from "./purge-organization";
import { exportedOrganization, listOwnOrganizations } from "./queries";
import { updateOrganization } from "./update-organization";

const world = openWorld();
let here: Organization;
let owner: Awaited<ReturnType<typeof asSignedIn>>;

beforeEach(async () => {
  here = await newOrganization(world, "Salón Ribera");
  owner = await asSignedIn(world, here, "owner");
});

const ribera = { name: "Salón Ribera", country: "AR", timeZone: "America/Argentina/Cordoba", currency: "ARS" };

describe("taking the data along", () => {
  it("needs an owner who has just shown who they are, and is written down", async () => {
    expect(await exportOrganization(await asSignedIn(world, here, "owner", 11), {})).toMatchObject({
      refusal: { code: "confirm_identity" },
    });
    await expect(exportOrganization(await asSignedIn(world, here, "admin"), {})).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await exportOrganization(owner, {})).toMatchObject({ ok: true });
    expect(await entriesOf(here.id, "organization.exported")).toHaveLength(1);
  });

  it("has every row of every table of this organization, none of another, and no secret", async () => {
    const there = await newOrganization(world, "Otra organización");
    await furnish(world, here.id);
    await furnish(world, there.id);
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
    expect(await closeOrganization(await asSignedIn(world, here, "owner", 11), { name: "Salón Ribera" })).toMatchObject(
      {
        refusal: { code: "confirm_identity" },
      },
    );
    await expect(
      closeOrganization(await asSignedIn(world, here, "admin"), { name: "Salón Ribera" }),
    ).rejects.toMatchObject({
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
    await furnish(world, here.id);
    await furnish(world, there.id);
    await updateOrganization(owner, ribera);
    const fileId = await newFile(world, here.id, "image/png");
    await changeLogo(owner, { fileId });
    await closedDaysAgo(30);
    const done = await purgeOrganization(asSystem(world, here));
    expect(done.ok && done.value.deleted).toBeGreaterThan(5);
    expect(await rowsAnywhere(here.id)).toEqual([]);
    expect(await jobsFor(fileId)).toEqual(["remove-orphan-file"]);
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

async function jobsFor(fileId: string): Promise<string[]> {
  const { rows } = await sql<{ task: string }>`
    select t.identifier as task from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where j.payload ->> 'fileId' = ${fileId}`.execute(world.owner);
  return rows.map(({ task }) => task);
}

function entriesOf(organizationId: string, action: string) {
  return world.owner
    .selectFrom("audit_entry")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("action", "=", action)
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
