import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { alias } from "../../vitest.config";

// One application for the whole run; the journeys share its server, and each makes an organization of its own.
export default defineConfig({
  resolve: { alias },
  test: {
    name: "browser",
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["tests/e2e/**/*.test.ts"],
    globalSetup: "tests/e2e/global-setup.ts",
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
