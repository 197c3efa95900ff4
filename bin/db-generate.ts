import { writeFile } from "node:fs/promises";
import { migrate } from "@/platform/migrate";
import { generatedFiles } from "./local/generated-files";
import { throwawayPostgres } from "./local/throwaway-postgres.mjs";

const postgres = await throwawayPostgres();
try {
  const url = postgres.url("postgres");
  await migrate({ connectionString: url });
  for (const [path, text] of await generatedFiles(url)) {
    await writeFile(path, text);
    console.log(`Wrote ${path}`);
  }
} finally {
  await postgres.stop();
}
