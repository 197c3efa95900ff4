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

const kinds: [what: string, sql: string, line: string][] = [
  ["a column", "alter table shown add column more text", "more text"],
  ["a default", "alter table shown alter column token set default 'none'", "default 'none'::text"],
  ["a check", "alter table shown add constraint long check (length(token) > 3)", "constraint long CHECK"],
  ["an index", "create index quick on shown (token)", "CREATE INDEX quick"],
  [
    "a trigger",
    "create trigger fixed before update on shown for each row execute function refuse_change()",
    "TRIGGER fixed",
  ],
  [
    "a foreign key",
    "alter table shown add constraint theirs foreign key (user_id) references app_user (id)",
    "constraint theirs FOREIGN KEY",
  ],
  ["row-level security", "alter table shown enable row level security", "alter table shown enable row level security"],
  ["a policy", "create policy mine on shown using (user_id is not null)", "create policy mine on shown"],
  ["a right on a table", "grant truncate, select on shown to gestion_app", "grant select, truncate on table shown"],
  ["a right on a column", "grant references (token) on shown to gestion_app", "grant references (token) on shown"],
  ["a function", "create function one() returns int language sql return 1", "FUNCTION public.one()"],
  ["an enum", "create type mood as enum ('b', 'a')", "create type mood as enum ('b', 'a')"],
  [
    "a domain",
    "create domain above as int check (value > 0)",
    "create domain above as integer constraint above_check CHECK (VALUE > 0)",
  ],
  [
    "an identity",
    "alter table shown add column row int generated always as identity",
    '"row" integer generated always as identity',
  ],
  [
    "a partition",
    "create table parted (at int) partition by range (at); create table parted_1 partition of parted for values from (1) to (2)",
    "create table parted_1 partition of parted FOR VALUES FROM (1) TO (2)",
  ],
  ["a comment", "comment on table shown is 'What it is for'", "comment on table shown is 'What it is for'"],
];

it("shows every kind of thing that a migration may add", async () => {
  const { client } = await database("migrated");
  await client.query("create table shown (id uuid, token text, user_id uuid)");
  const before = await dumpSchema(client);
  for (const [what, sql, line] of kinds) {
    expect(before, what).not.toContain(line);
    await client.query(sql);
  }
  const after = await dumpSchema(client);
  for (const [what, , line] of kinds) expect(after, what).toContain(line);
});
