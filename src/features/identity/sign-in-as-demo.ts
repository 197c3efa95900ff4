import { sql } from "kysely";
import { ok, type Result, refuse } from "@/kernel/result";
import { config } from "@/platform/config";
import { type Ctx, reading, transaction } from "@/platform/transaction";
import { authorizeAnyone } from "./authorize";
import { isDemoAddress } from "./rules";
import type { SignInAsDemo } from "./schema";
import { letIn, type SignedIn } from "./sign-in";
import { findPerson } from "./store";

/**
 * Lets somebody who tries the product on their own machine in as one of the demo's people, without a password.
 *
 * Refuses with `not_a_demo` anywhere but under `npm start` and `npm run dev` at a local address, and for accounts that
 * are not the demo's.
 */
export async function signInAsDemo(ctx: Ctx, input: SignInAsDemo): Promise<Result<SignedIn, { code: "not_a_demo" }>> {
  authorizeAnyone(ctx);
  if (!isLocalDemo() || !isDemoAddress(input.email)) return refuse({ code: "not_a_demo" });
  const person = await reading(ctx, (tx) => findPerson(tx, { email: input.email }));
  if (!person || person.twoFactorEnabled) return refuse({ code: "not_a_demo" });
  return transaction(ctx, async (tx) => ok(await letIn(tx, person, input.cookieHeader, "demo")));
}

export type DemoPerson = { name: string; email: string; organization: string; role: string };

/** The demo's people, to be signed in as with one press; nobody unless this is somebody's own machine. */
export async function listDemoPeople(ctx: Ctx): Promise<DemoPerson[]> {
  authorizeAnyone(ctx);
  if (!isLocalDemo()) return [];
  const { rows } = await reading(ctx, (tx) =>
    sql<Omit<DemoPerson, "role"> & { roles: string[] }>`select * from demo_people()`.execute(tx.db),
  );
  return rows.map(({ roles: [role = "viewer"], ...person }) => ({ ...person, role }));
}

/** Whether this installation runs for one person on their own machine. */
function isLocalDemo(): boolean {
  const { local, baseUrl } = config();
  return local && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(baseUrl).hostname);
}
