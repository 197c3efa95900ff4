import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { throwawayApp } from "../../bin/local/throwaway-app.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** `inject("app")`: where the application answers, its database, and the folder of the mail that it kept. */
    app: { address: string; databaseUrl: string; mailbox: string };
  }
}

/** Builds the application when its sources changed and starts it with the demo. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const mailbox = mkdtempSync(join(realpathSync(tmpdir()), "gestion-mail-"));
  // Every visitor names an address of its own (browser.ts), as behind one proxy, so that limits count them apart.
  const app = await throwawayApp({ MAILBOX_DIR: mailbox, TRUSTED_PROXY_COUNT: "1" });
  project.provide("app", { address: app.address, databaseUrl: app.databaseUrl, mailbox });
  return () => app.stop().finally(() => rmSync(mailbox, { recursive: true, force: true }));
}
