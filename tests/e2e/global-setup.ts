import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { throwawayApp } from "../../bin/local/throwaway-app.mjs";

const demoPassword = "naranjas para la feria 4";

declare module "vitest" {
  interface ProvidedContext {
    /** `inject("app")`: where it answers, its database, the folder of the mail it kept, the password of the demo's people. */
    app: { address: string; databaseUrl: string; mailbox: string; demoPassword: string };
  }
}

/** Builds the application when its sources changed and starts it with the demo. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const mailbox = mkdtempSync(join(realpathSync(tmpdir()), "gestion-mail-"));
  // Every visitor names an address of its own (browser.ts), as behind one proxy, so that limits count them apart.
  const env = { MAILBOX_DIR: mailbox, TRUSTED_PROXY_COUNT: "1", DEMO_PASSWORD: demoPassword };
  const { address, databaseUrl, stop } = await throwawayApp(env);
  project.provide("app", { address, databaseUrl, mailbox, demoPassword });
  return () => stop().finally(() => rmSync(mailbox, { recursive: true, force: true }));
}
