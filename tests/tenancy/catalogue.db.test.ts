import { type Kysely, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { openWorld } from "#tests/factories/world";
import type { DB } from "@/platform/db-types";

/** Tables that belong to no organization, each with its reason. Whatever is not here must be a tenant table. */
const shared: Record<string, string> = {
  organization: "is the tenant itself; its rows are kept apart by id",
  app_user: "a person may belong to several organizations",
  session: "belongs to a person",
  credential: "belongs to a person",
  verification: "belongs to a person",
  two_factor: "belongs to a person",
  passkey: "belongs to a person",
  recovery_code: "belongs to a person",
  job_runner: "which worker processes are alive",
  schema_migration: "which migrations were applied",
};

const world = openWorld();

describe("every table", () => {
  it("keeps organizations apart twice: by key and by row-level security", async () => {
    expect(await faults(world.owner)).toEqual([]);
  });

  it.each([
    [
      "no organization",
      "create table gap (id uuid primary key)",
      "gap: has no organization_id and is not among the shared tables",
    ],
    [
      "a key that does not begin with the organization",
      "create table gap (organization_id uuid not null, id uuid primary key); select make_tenant_table('gap')",
      "gap: its primary key does not begin with organization_id",
    ],
    [
      "no row-level security",
      "create table gap (organization_id uuid not null, id uuid, primary key (organization_id, id))",
      "gap: row-level security is not on for everybody",
    ],
    [
      "a policy that lets everything through",
      "create table gap (organization_id uuid not null, id uuid, primary key (organization_id, id)); select make_tenant_table('gap'); create policy open on gap using (true)",
      "gap: policy open does not ask who is asking",
    ],
    [
      "a foreign key that can point into another organization",
      "create table gap_to (organization_id uuid not null, id uuid unique, primary key (organization_id, id)); select make_tenant_table('gap_to'); create table gap (organization_id uuid not null, id uuid, member_id uuid references gap_to (id), primary key (organization_id, id)); select make_tenant_table('gap')",
      "gap: foreign key gap_member_id_fkey does not carry organization_id",
    ],
  ])("is found out when it has %s", async (_, ddl, fault) => {
    const inside = world.owner.transaction().execute(async (db) => {
      for (const statement of ddl.split("; ")) await sql.raw(statement).execute(db);
      throw new Found(await faults(db));
    });
    await expect(inside).rejects.toMatchObject({ faults: expect.arrayContaining([fault]) });
  });
});

class Found extends Error {
  constructor(readonly faults: string[]) {
    super("rolled back on purpose");
  }
}

type Table = { name: string; tenant: boolean; key: string[] | null; secured: boolean };

async function faults(db: Kysely<DB>): Promise<string[]> {
  const { rows: tables } = await sql<Table>`
    select c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as tenant,
      (select array_agg(a.attname::text order by k.place) from pg_index i
        cross join lateral unnest(i.indkey::int[]) with ordinality as k(number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary) as key,
      c.relrowsecurity and c.relforcerowsecurity as secured
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1
  `.execute(db);
  const tenants = tables.filter((table) => table.tenant && !(table.name in shared));
  const lists = await Promise.all(
    tenants.map((table) => tenantFaults(db, table, new Set(tenants.map(({ name }) => name)))),
  );
  const strays = tables.filter((table) => !table.tenant && !(table.name in shared));
  return [
    ...strays.map(({ name }) => `${name}: has no organization_id and is not among the shared tables`),
    ...lists.flat(),
  ];
}

async function tenantFaults(db: Kysely<DB>, table: Table, tenants: Set<string>): Promise<string[]> {
  const found: string[] = [];
  if (table.key?.[0] !== "organization_id") found.push("its primary key does not begin with organization_id");
  if (!table.secured) found.push("row-level security is not on for everybody");
  const { rows: policies } = await sql<{ name: string; qual: string | null; checked: string | null }>`
    select policyname as name, qual, with_check as checked from pg_policies where schemaname = 'public' and tablename = ${table.name}
  `.execute(db);
  const asks = /current_organization\(\)|current_app_user\(\)|current_secret_hash\(\)/;
  for (const { name, qual, checked } of policies) {
    const open = [qual, checked].some((expression) => expression !== null && !asks.test(expression));
    if (open) found.push(`policy ${name} does not ask who is asking`);
  }
  const { rows: keys } = await sql<{ name: string; target: string; columns: string[] }>`
    select con.conname as name, con.confrelid::regclass::text as target,
      array(select attname::text from pg_attribute where attrelid = con.conrelid and attnum = any (con.conkey)) as columns
    from pg_constraint con where con.contype = 'f' and con.conrelid = to_regclass(${table.name})
  `.execute(db);
  for (const { name, target, columns } of keys) {
    if (tenants.has(target) && !columns.includes("organization_id"))
      found.push(`foreign key ${name} does not carry organization_id`);
  }
  return found.map((fault) => `${table.name}: ${fault}`);
}
