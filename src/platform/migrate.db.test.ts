import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { scratchDatabase } from "#tests/database/test-database";
import { migrate } from "./migrate";
import { MigrationError } from "./migration-files";

let directory: string;
let database: Awaited<ReturnType<typeof scratchDatabase>>;
let client: Client;
let lines: string[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "migrations-"));
  database = await scratchDatabase("empty");
  client = new Client({ connectionString: database.url });
  await client.connect();
  lines = [];
});

afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(directory, { recursive: true });
});

const write = (name: string, sql: string) => writeFile(join(directory, name), sql);

const run = (options: { lockRetries?: number } = {}) =>
  migrate({ connectionString: database.url, directory, log: (line) => lines.push(line), ...options });

async function refusal(options: { lockRetries?: number } = {}): Promise<string> {
  const outcome = await run(options).catch((error: unknown) => error);
  if (outcome instanceof MigrationError) return outcome.message;
  throw new Error("It was not refused", { cause: outcome });
}

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname",
  );
  return rows.map((row) => row.name).filter((name) => name !== "schema_migration");
}

describe("what is applied", () => {
  it("brings an empty database to this project's own schema", async () => {
    const own = { connectionString: database.url, directory: "migrations" };
    expect((await migrate(own)).applied.length).toBeGreaterThan(0);
    expect((await migrate(own)).applied).toEqual([]);
  });

  it("applies each file once, in order, and later only the new ones", async () => {
    await write("0001_a.sql", "create table a ()");
    await write("0002_b.sql", "create table b (); alter table a add column id int;");
    await write("schema.sql", "this is not a migration");
    expect((await run()).applied).toEqual(["0001_a.sql", "0002_b.sql"]);
    await write("0003_c.sql", "create table c ()");
    expect((await run()).applied).toEqual(["0003_c.sql"]);
    expect((await run()).applied).toEqual([]);
    expect(await tables()).toEqual(["a", "b", "c"]);
  });

  it("has the job queue ready for a migration that refers to it", async () => {
    await write("0001_job.sql", "select graphile_worker.add_job('hello', '{}'::json)");
    await run();
    const { rows } = await client.query("select task_identifier from graphile_worker.jobs");
    expect(rows).toEqual([{ task_identifier: "hello" }]);
  });

  it("lets ten starters at once do it once", async () => {
    await write(
      "0001_a.sql",
      "create table a (); do $$ begin perform 1; end $$; select pg_sleep(0.3); create table log (line text); insert into log values ('once')",
    );
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => run()));
    expect(outcomes.flatMap(({ applied }) => applied)).toEqual(["0001_a.sql"]);
    expect((await client.query("select * from log")).rowCount).toBe(1);
  });

  it("reads a file with Windows line ends as the same file", async () => {
    await write("0001_a.sql", "create table a (\n);\n");
    await run();
    await write("0001_a.sql", "create table a (\r\n);\r\n");
    expect((await run()).applied).toEqual([]);
  });
});

describe("what fails", () => {
  it("leaves nothing half done, and says where and what to do", async () => {
    await write("0001_a.sql", "create table a ();\n");
    await write(
      "0002_b.sql",
      "create table b (id int);\ninsert into b values (1);\n  alter table nowhere add column x int;\n",
    );
    const message = await refusal();
    expect(message).toContain("0002_b.sql failed at line 3");
    expect(message).toContain("(SQLSTATE 42P01)");
    expect(message).toContain("> alter table nowhere add column x int;");
    expect(message).toContain("Nothing of 0002_b.sql was kept");
    expect(await tables()).toEqual(["a"]);

    await write("0002_b.sql", "create table b (id int);");
    expect((await run()).applied).toEqual(["0002_b.sql"]);
  });

  it("names the statement of an error that has no position", async () => {
    await write(
      "0001_a.sql",
      "create table a (id int primary key);\n\n-- twice\ninsert into a values (1), (1);\nselect 1;",
    );
    const message = await refusal();
    expect(message).toContain("at line 4, column 1");
    expect(message).toContain("Detail: Key (id)=(1) already exists.");
  });

  it("does not let a file end its own transaction", async () => {
    await write("0001_a.sql", "create table a ();\n\n commit;\ncreate table b (id nonsense);");
    expect(await refusal()).toBe("0001_a.sql begins or ends a transaction at line 3. Each file runs in one already.");
    expect(await tables()).toEqual([]);
  });

  it("waits for a lock only so long, tries again, and then says who is in the way", async () => {
    await write("0001_a.sql", "create table a ()");
    await run();
    await write("0002_b.sql", "alter table a add column id int");
    await client.query("begin; lock table a");
    expect(await refusal({ lockRetries: 1 })).toContain("pg_stat_activity");
    expect(lines).toContain("0002_b.sql waits for a lock that something else holds; trying again");
    await client.query("rollback");
    expect((await run()).applied).toEqual(["0002_b.sql"]);
  });
});

describe("what is refused", () => {
  beforeEach(async () => {
    await write("0001_a.sql", "create table a ()");
    await write("0002_b.sql", "create table b ()");
    await run();
  });

  it("a file that was changed after it was applied", async () => {
    await write("0001_a.sql", "create table a (id int)");
    expect(await refusal()).toMatch(/^0001_a\.sql was changed after it was applied\./);
  });

  it("a file that was renamed after it was applied", async () => {
    await rename(join(directory, "0002_b.sql"), join(directory, "0002_c.sql"));
    expect(await refusal()).toContain("was applied as 0002_b.sql and is now 0002_c.sql");
  });

  it("a gap, a number twice, and a name that is none", async () => {
    await write("0004_d.sql", "select 1");
    expect(await refusal()).toContain("Migration 0003 is missing");
    await write("0003_c.sql", "select 1");
    await write("0003_cc.sql", "select 1");
    expect(await refusal()).toContain("0003_c.sql and 0003_cc.sql have the same number");
    await rm(join(directory, "0003_cc.sql"));
    await write("5_five.sql", "select 1");
    expect(await refusal()).toContain("5_five.sql is not a name");
  });

  it("a database that has lost a migration", async () => {
    await client.query("delete from schema_migration where number = 1");
    expect(await refusal()).toContain("has 0002_b.sql but not number 0001");
  });

  it("but not a database that is ahead: the program was rolled back, and goes on with a warning", async () => {
    await rm(join(directory, "0002_b.sql"));
    expect((await run()).applied).toEqual([]);
    expect(lines.join()).toContain("ahead of this version by 0002_b.sql");
  });
});
