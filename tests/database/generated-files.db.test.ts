import { readFile } from "node:fs/promises";
import { Client } from "pg";
import { afterEach, expect, it } from "vitest";
import { scratchDatabase } from "#tests/database/test-database";
import { dumpSchema } from "@/platform/schema-dump";
import { generatedFiles } from "../../bin/local/generated-files";

const clean: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of clean.splice(0).reverse()) await step();
});

async function database(kind: "empty" | "migrated"): Promise<{ url: string; client: Client }> {
  const { url, drop } = await scratchDatabase(kind);
  const client = new Client({ connectionString: url });
  await client.connect();
  clean.push(drop, () => client.end());
  return { url, client };
}

it("has the types and the schema of the migrated database checked in (npm run db:generate writes them)", async () => {
  const { url } = await database("migrated");
  for (const [path, text] of await generatedFiles(url)) expect(await readFile(path, "utf8"), path).toBe(text);
});

it("dumps a schema from which the same schema can be made", async () => {
  const { client: migrated } = await database("migrated");
  const { client: copy } = await database("empty");
  const schema = await dumpSchema(migrated);
  await copy.query(schema);
  expect(await dumpSchema(copy)).toBe(schema);
});

it.each([
  ["a column", "alter table shown add column added text", "added text"],
  ["a default", "alter table shown alter column token set default 'none'", "default 'none'::text"],
  ["a check", "alter table shown add constraint added check (length(token) > 3)", "constraint added CHECK"],
  ["an index", "create index added on shown (token)", "CREATE INDEX added"],
  [
    "a trigger",
    "create trigger added before update on shown for each row execute function refuse_change()",
    "TRIGGER added",
  ],
  [
    "a foreign key",
    "alter table shown add constraint added foreign key (user_id) references app_user (id)",
    "constraint added FOREIGN KEY",
  ],
  ["row-level security", "alter table shown enable row level security", "alter table shown enable row level security"],
  ["a policy", "create policy added on shown using (user_id is not null)", "create policy added on shown"],
  ["a right on a table", "grant truncate on shown to gestion_app", "grant insert, select, truncate on table shown"],
  [
    "a right on a column",
    "grant references (token) on shown to gestion_app",
    "grant references (token) on shown to gestion_app",
  ],
  ["a function", "create function added() returns int language sql return 1", "FUNCTION public.added()"],
  ["an enum", "create type added as enum ('b', 'a')", "create type added as enum ('b', 'a')"],
  [
    "a domain",
    "create domain added as int check (value > 0)",
    "create domain added as integer constraint added_check CHECK (VALUE > 0)",
  ],
  [
    "an identity",
    "alter table shown add column added int generated always as identity",
    "added integer generated always as identity",
  ],
  [
    "a partition",
    "create table added (at int) partition by range (at); create table added_1 partition of added for values from (1) to (2)",
    "create table added_1 partition of added FOR VALUES FROM (1) TO (2)",
  ],
])("shows %s", async (_what, sql, line) => {
  const { client } = await database("migrated");
  await client.query("create table shown (id uuid, token text, user_id uuid)");
  await client.query("grant select, insert on shown to gestion_app");
  const before = await dumpSchema(client);
  expect(before).not.toContain(line);
  await client.query(sql);
  expect(await dumpSchema(client)).toContain(line);
});
