import { expect, it } from "vitest";
import { scratchDatabase } from "#tests/database/test-database";
import { migrate } from "./migrate";

it("migrates an empty database with this project's own files, once", async () => {
  const database = await scratchDatabase("empty");
  expect((await migrate({ connectionString: database.url })).applied.length).toBeGreaterThan(0);
  expect((await migrate({ connectionString: database.url })).applied).toEqual([]);
  await database.drop();
});
