import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { envSchema } from "./config-schema";

// Set by whatever starts the process, not by a person.
const notForPeople = ["NODE_ENV", "GESTION_LOCAL"];

it("has a line in .env.example for everything that can be set", () => {
  const lines = readFileSync(".env.example", "utf8");
  const missing = Object.keys(envSchema.shape).filter(
    (name) => !lines.includes(`# ${name}=`) && !notForPeople.includes(name),
  );
  expect(missing).toEqual([]);
});
