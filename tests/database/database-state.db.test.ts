import { Client } from "pg";
import { afterEach, beforeEach, expect, it } from "vitest";
import { scratchDatabase } from "#tests/database/test-database";
import { stateIfCurrent } from "../../bin/local/database-state.mjs";

let database: Awaited<ReturnType<typeof scratchDatabase>>;

beforeEach(async () => {
  database = await scratchDatabase("migrated");
});

afterEach(() => database.drop());

async function change(sql: string): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

it("finds a migrated database current, and counts its organizations but not the installation itself", async () => {
  expect(await stateIfCurrent(database.url)).toEqual({ customers: 0 });
});

it.each([
  ["a migration is missing", "delete from schema_migration where number = (select max(number) from schema_migration)"],
  ["a migration was changed", "update schema_migration set checksum = 'other' where number = 1"],
  [
    "there is one more",
    "insert into schema_migration (number, name, checksum, took) values (9999, '9999_x.sql', 'x', '0')",
  ],
  ["the job queue is behind", "delete from graphile_worker.migrations where id > 5"],
  ["nothing is there", "drop table schema_migration"],
])("leaves it to the migrations when %s", async (_when, sql) => {
  await change(sql);
  expect(await stateIfCurrent(database.url)).toBeNull();
});

it("leaves it to the migrations when the database is not there", async () => {
  expect(await stateIfCurrent(`${database.url}_not`)).toBeNull();
});
