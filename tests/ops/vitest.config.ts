import { defineConfig } from "vitest/config";
import { alias, root } from "../../vitest.alias.mjs";

// The commands themselves, on a copy of the project: minutes, not seconds. `.ci/run` runs these, `npm test` does not.
export default defineConfig({
  resolve: { alias },
  test: {
    name: "launcher",
    root,
    include: ["tests/ops/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
