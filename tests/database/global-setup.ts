import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/platform/migrate";
import { throwawayPostgres } from "../../bin/local/throwaway-postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    testServer: { url: string; prefix: string };
  }
}

/** Starts one PostgreSQL for the whole run (or uses TEST_DATABASE_URL) and migrates the database all others copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await testServer();
  const prefix = `test_${randomBytes(6).toString("hex")}`;
  try {
    await execute(server.url, `create database ${prefix}_template`);
    await migrate({ connectionString: withDatabase(server.url, `${prefix}_template`) });
  } catch (error) {
    await server.stop(prefix);
    throw error;
  }
  project.provide("testServer", { url: server.url, prefix });
  return () => server.stop(prefix);
}

type TestServer = { url: string; stop: (prefix: string) => Promise<void> };

async function testServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: (prefix) => dropDatabases(given, prefix) };
  const postgres = await throwawayPostgres();
  return { url: postgres.url("postgres"), stop: postgres.stop };
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where starts_with(datname, $1)",
    [prefix],
  );
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`);
  await client.end();
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
