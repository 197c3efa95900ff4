import { defineConfig } from "vitest/config";
import { alias, root } from "../../vitest.alias.mjs";

// Against a system that runs already, named by BASE_URL; a test here changes nothing in it.
export default defineConfig({
  resolve: { alias },
  test: {
    name: "smoke",
    root,
    include: ["tests/smoke/**/*.test.ts"],
    // Inside the tests vitest puts a BASE_URL of its own ("/") in the place of this one.
    env: { SYSTEM_URL: process.env.BASE_URL ?? "" },
    testTimeout: 15_000,
    hookTimeout: 15_000,
  },
});
