import { migrate } from "@/platform/migrate";
import { MigrationError } from "@/platform/migration-files";

const connectionString = process.env.DATABASE_URL;
if (!connectionString) throw new Error("DATABASE_URL is missing");
try {
  const { applied } = await migrate({ connectionString, log: console.log });
  console.log(
    applied.length > 0 ? `Applied ${applied.length} migrations` : "Nothing to apply: the database is up to date",
  );
} catch (error) {
  if (!(error instanceof MigrationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
