import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { alias } from "../../vitest.config";

// Against a system that runs already, named by BASE_URL; a test here changes nothing in it.
export default defineConfig({
  resolve: { alias },
  test: {
    name: "smoke",
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["tests/smoke/**/*.test.ts"],
    testTimeout: 15_000,
    hookTimeout: 15_000,
  },
});
