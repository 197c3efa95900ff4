import { Client } from "pg";
import { migrate } from "@/platform/migrate";

/** Throws everything in the local database away and migrates an empty one. `npm start` then loads a new demo. */
async function reset(url: string): Promise<void> {
  refuseElsewhere(url);
  const address = new URL(url);
  const name = decodeURIComponent(address.pathname.slice(1));
  address.pathname = "/postgres";
  const client = new Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const { applied } = await migrate({ connectionString: url });
  console.log(`The database ${name} is empty and has its ${applied.length} migrations; \`npm start\` loads the demo.`);
}

function refuseElsewhere(url: string): void {
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
  if (isHere || process.argv.includes("--yes")) return;
  throw new Error(`This would throw away the database at ${new URL(url).host}. If that is meant, add: -- --yes`);
}

try {
  await reset(process.env.DATABASE_URL ?? "");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
