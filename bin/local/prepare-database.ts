import { Client } from "pg";
import { migrate } from "@/platform/migrate";
import { MigrationError } from "@/platform/migration-files";

/** Makes the database of DATABASE_URL where it is missing, migrates it, and prints `{ "customers": n }` as last line. */
async function prepare(url: string): Promise<{ customers: number }> {
  await createIfMissing(url);
  await migrate({ connectionString: url, log: console.log });
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ customers: number }>("select count(*)::int as customers from organization where kind = 'customer'")
    .finally(() => client.end());
  return { customers: rows[0]?.customers ?? 0 };
}

async function createIfMissing(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "3D000")) throw error;
    await create(url);
  } finally {
    await client.end();
  }
}

async function create(url: string): Promise<void> {
  const address = new URL(url);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = "/postgres";
  const client = new Client({ connectionString: address.href });
  await client.connect();
  await client.query(`create database ${client.escapeIdentifier(name)}`).finally(() => client.end());
}

try {
  console.log(JSON.stringify(await prepare(process.env.DATABASE_URL ?? "")));
} catch (error) {
  const place = new URL(process.env.DATABASE_URL ?? "").host;
  console.error(
    error instanceof MigrationError ? error.message : `The database at ${place} cannot be used: ${String(error)}`,
  );
  process.exitCode = 1;
}
