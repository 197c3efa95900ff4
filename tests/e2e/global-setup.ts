import type { TestProject } from "vitest/node";
import { throwawayApp } from "../../bin/local/throwaway-app.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** `inject("app")`: where the application answers, and its database, to look behind the screen. */
    app: { address: string; databaseUrl: string };
  }
}

/** Builds the application when its sources changed and starts it with the demo. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const app = await throwawayApp();
  project.provide("app", { address: app.address, databaseUrl: app.databaseUrl });
  return app.stop;
}
