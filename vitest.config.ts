import { defineConfig } from "vitest/config";
import { alias } from "./vitest.alias.mjs";

// Browser, smoke and operations tests have runners of their own: bin/test-e2e.mjs, bin/test-smoke.mjs, .ci/run.
const elsewhere = ["**/node_modules/**", "**/.next/**", "tests/e2e/**", "tests/smoke/**", "tests/ops/**"];

export default defineConfig({
  resolve: { alias },
  test: {
    // What config() asks for. No test may reach a database by it: each has one of its own (tests/factories/world.ts).
    env: {
      DATABASE_URL: "postgres://nobody@localhost:1/none",
      NEXTAUTH_SECRET: "for-tests-only-".repeat(4),
      NEXTAUTH_URL: "http://localhost:3000",
      BOUNCE_TOKEN: "a-bounce-token-of-the-tests-only",
    },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "bin/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: [...elsewhere, "**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["src/**/*.db.test.ts", "tests/**/*.db.test.ts"],
          exclude: elsewhere,
          globalSetup: "tests/database/global-setup.ts",
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
