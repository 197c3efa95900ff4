import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { alias } from "../../vitest.config";

// The commands themselves, on a copy of the project: minutes, not seconds. `.ci/run` runs these, `npm test` does not.
export default defineConfig({
  resolve: { alias },
  test: {
    name: "launcher",
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["tests/ops/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
