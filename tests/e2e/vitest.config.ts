import { defineConfig } from "vitest/config";
import { alias, root } from "../../vitest.alias.mjs";

// One application for the whole run; the journeys share its server, and each makes an organization of its own.
export default defineConfig({
  resolve: { alias },
  test: {
    name: "browser",
    root,
    // `npm run pictures` takes pictures of every page instead.
    include: [process.env.PICTURES ? "tests/e2e/pictures.ts" : "tests/e2e/**/*.test.ts"],
    globalSetup: "tests/e2e/global-setup.ts",
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
