import { type Explainable, sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { asApiKey, asMember, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { newId } from "@/kernel/id";
import { type Ctx, reading } from "@/platform/transaction";
import { exportAuditTrail } from "./export-audit-trail";
import { auditQuery, exportedAuditTrail, listAuditActors, listAuditEntries } from "./queries";

const world = openWorld();
let here: Organization;
let there: Organization;
let owner: Ctx;
const [ana, key] = [newId(), newId()];

beforeAll(async () => {
  here = await newOrganization(world);
  there = await newOrganization(world);
  owner = await asMember(world, here, "owner");
  await add(there.id, { at: "2026-11-20T12:00:00Z", actor_id: ana, subject_name: "Otra" });
  await add(here.id, {
    at: "2026-11-20T12:00:00Z",
    actor_id: ana,
    actor_name: "Ana Núñez",
    subject_name: "Boda Íñiguez",
  });
  await add(here.id, {
    at: "2026-11-21T05:30:00Z",
    actor_kind: "api_key",
    actor_id: key,
    actor_name: "Sitio web",
    action: "venue.updated",
  });
  await add(here.id, {
    at: "2026-11-21T06:00:00Z",
    actor_kind: "system",
    actor_id: null,
    actor_name: "release",
    action: "event.expired",
    ip: null,
  });
});

type Entry = Partial<{
  at: string;
  actor_kind: string;
  actor_id: string | null;
  actor_name: string;
  action: string;
  subject_name: string;
  ip: string | null;
}>;

function add(organization_id: string, { at, ...entry }: Entry) {
  const usual = {
    actor_kind: "user",
    actor_name: "Ana",
    action: "event.held",
    subject_type: "event",
    ip: "198.51.100.9",
  };
  return world.owner
    .insertInto("audit_entry")
    .values({ organization_id, id: newId(), at: new Date(at ?? 0), ...usual, ...entry })
    .execute();
}

const actions = async (filter: Parameters<typeof listAuditEntries>[1]) =>
  (await listAuditEntries(owner, filter)).items.map(({ action }) => action);

describe("the trail", () => {
  it("has this organization's entries only, the newest first", async () => {
    expect(await actions({})).toEqual(["event.expired", "venue.updated", "event.held"]);
  });

  it("is searched without accents, by name, actor, action and address", async () => {
    expect(await actions({ q: "iniguez" })).toEqual(["event.held"]);
    expect(await actions({ q: "NUNEZ" })).toEqual(["event.held"]);
    expect(await actions({ q: "venue.up" })).toEqual(["venue.updated"]);
    expect(await actions({ q: "198.51.100" })).toEqual(["venue.updated", "event.held"]);
    expect(await actions({ q: "%" })).toEqual([]);
    expect(await actions({ q: "otra" })).toEqual([]);
  });

  it("is narrowed by who, what, and days of the organization's own clock", async () => {
    expect(await actions({ who: ana })).toEqual(["event.held"]);
    expect(await actions({ who: "system" })).toEqual(["event.expired"]);
    expect(await actions({ what: "venue" })).toEqual(["venue.updated"]);
    // 05:30 UTC is still the 20th in Mexico City, 06:00 UTC is the 21st.
    expect(await actions({ from: "2026-11-21" })).toEqual(["event.expired"]);
    expect(await actions({ to: "2026-11-20" })).toEqual(["venue.updated", "event.held"]);
  });

  it("goes on where a page ended, and never with another organization's entry", async () => {
    const first = await listAuditEntries(owner, {}, 2);
    expect(first.items).toHaveLength(2);
    const second = await listAuditEntries(owner, { cursor: first.nextCursor ?? "" }, 2);
    expect(second.items.map(({ action }) => action)).toEqual(["event.held"]);
    expect(second.nextCursor).toBeNull();
    const foreign = await world.owner
      .selectFrom("audit_entry")
      .select("id")
      .where("organization_id", "=", there.id)
      .executeTakeFirstOrThrow();
    expect((await listAuditEntries(owner, { cursor: foreign.id })).items).toEqual([]);
  });

  it("names everybody who did something", async () => {
    expect(await listAuditActors(owner)).toEqual([
      { id: ana, kind: "user", name: "Ana Núñez" },
      { id: key, kind: "api_key", name: "Sitio web" },
    ]);
  });

  it("is for those with the permission, and says who took it away", async () => {
    const sales = await asMember(world, here, "sales");
    await expect(listAuditEntries(sales, {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(listAuditEntries(asApiKey(world, here), {})).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportAuditTrail(sales, {})).rejects.toMatchObject({ code: "forbidden" });
    await exportAuditTrail(owner, { what: "event" });
    expect((await listAuditEntries(owner, { what: "audit" })).items).toMatchObject([
      { action: "audit.exported", after: { what: "event" } },
    ]);
  });
});

describe("ten thousand entries beside ten thousand of others", () => {
  let busy: Organization;
  let reader: Ctx;

  beforeAll(async () => {
    busy = await newOrganization(world);
    reader = await asMember(world, busy, "owner");
    for (const { id } of [busy, await newOrganization(world)]) {
      await sql`
        insert into audit_entry (organization_id, id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_name, ip)
        select ${id}::uuid, gen_random_uuid(), timestamptz '2026-01-01' + n * interval '7 minutes', 'user',
          md5((n % 20)::text)::uuid, 'Persona ' || n % 20, 'event.updated', 'event', 'Boda ' || n, '203.0.113.' || n % 250
        from generate_series(1, 10000) n`.execute(world.owner);
    }
    await sql`analyze audit_entry`.execute(world.owner);
  });

  it.each([
    ["without a filter", {}],
    ["in search", { q: "boda 77" }],
    ["in a search without a find", { q: "no existe" }],
    ["for one person", { who: "cfcd2084-95d5-65ef-66e7-dff9f98764da" }],
    ["between two days", { from: "2026-01-10", to: "2026-01-12" }],
  ])("are read along an index %s, and within 250 ms", async (_, filter) => {
    const plan = await reading(reader, async (tx) => {
      const query: Explainable = (await auditQuery(tx, busy.id, filter)).limit(51);
      return JSON.stringify(await query.explain("text", sql`analyze`));
    });
    expect(plan).toMatch(/Index Scan using audit_entry_(time|actor)|Bitmap Index Scan on audit_entry_(time|actor)/);
    expect(plan).not.toContain("Seq Scan on audit_entry");
    expect(Number(/Execution Time: ([\d.]+) ms/.exec(plan)?.[1])).toBeLessThan(250);
  });

  it("are exported whole, each once", async () => {
    const ids = new Set<string>();
    for await (const page of exportedAuditTrail(reader, {})) for (const { id } of page) ids.add(id);
    expect(ids.size).toBe(10_000);
  });

  it("are paged through by names of who did it without reading them all", async () => {
    expect(await listAuditActors(reader)).toHaveLength(20);
  });
});
