import { ok, type Result, refuse } from "@/kernel/result";
import { config } from "@/platform/config";
import { asPerson, type Ctx, reading, type Tx, transaction } from "@/platform/transaction";
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
  return reading(ctx, async (tx) => {
    const accounts = await tx.db
      .selectFrom("app_user")
      .select(["id", "name", "email"])
      .where("email", "like", "%@demo.example")
      .orderBy("id")
      .execute();
    const people: DemoPerson[] = [];
    for (const { id, name, email } of accounts) {
      const places = await asPerson(tx, id, (own) => placesOf(own, id));
      people.push(...places.map(({ organization, roles: [role = "viewer"] }) => ({ name, email, organization, role })));
    }
    return people;
  });
}

function placesOf(tx: Tx, userId: string) {
  return tx.db
    .selectFrom("member")
    .innerJoin("organization", "organization.id", "member.organization_id")
    .select(["organization.name as organization", "member.roles"])
    .where("member.user_id", "=", userId)
    .orderBy("organization.name")
    .execute();
}

/** Whether this installation runs for one person on their own machine. */
function isLocalDemo(): boolean {
  const { local, baseUrl } = config();
  return local && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(baseUrl).hostname);
}
