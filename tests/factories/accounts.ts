import { beforeAll, beforeEach } from "vitest";
import { actorOfSession } from "@/features/identity/queries";
import { signIn } from "@/features/identity/sign-in";
import type { UserActor } from "@/kernel/actor";
import { parseSetCookie } from "@/kernel/cookie";
import { newId } from "@/kernel/id";
import type { Temporal } from "@/kernel/time";
import { memoryKeyValue } from "@/platform/key-value";
import { hashPassword } from "@/platform/password-hash";
import { forgetProcessWide, processWide } from "@/platform/process-wide";
import { unseal } from "@/platform/sealed";
import type { Ctx } from "@/platform/transaction";
import { serveFrom } from "./serve";
import { done } from "./venues";
import { asGuest, newPerson, openWorld, type World } from "./world";

export const password = "jacarandas en la avenida 9";

/** A world in which sign-in works: a secret, and counters of the test's own whose clock the test moves. */
export function openAccountWorld(): World & { later: (guest: Ctx, seconds: number) => Ctx } {
  const world = openWorld();
  let clock = 0;
  beforeAll(() => serveFrom(world));
  beforeEach(() => {
    clock = 0;
    forgetProcessWide("keyValue");
    processWide("keyValue", () => memoryKeyValue(() => clock));
  });
  const later = (ctx: Ctx, seconds: number): Ctx => {
    clock += seconds * 1_000;
    return { ...ctx, now: ctx.now.add({ milliseconds: seconds * 1_000 }) };
  };
  return Object.assign(world, { later });
}

// Thousands of times cheaper than the real cost, which platform/password-hash.test.ts looks at.
forgetProcessWide("passwordCost");
processWide("passwordCost", () => ({ logN: 4, r: 8, p: 1 }));

const hash = hashPassword(password);

/** A person with a verified address and the password `password`. */
export async function newAccount(world: World, name?: string) {
  const person = await newPerson(world, name);
  await world.owner
    .insertInto("credential")
    .values({ user_id: person.userId, password_hash: await hash })
    .execute();
  return person;
}

/** A browser: it keeps the cookies that verbs hand out, and sends them back. */
export class Browser {
  private jar = new Map<string, string>();

  keep(cookies: readonly string[]): void {
    for (const header of cookies) {
      const { name, value, maxAge } = parseSetCookie(header);
      if (maxAge > 0) this.jar.set(name, value);
      else this.jar.delete(name);
    }
  }

  get cookieHeader(): string | null {
    const pairs = [...this.jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return pairs.length > 0 ? pairs.join("; ") : null;
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  set(name: string, value: string): void {
    this.jar.set(name, value);
  }

  names(): string[] {
    return [...this.jar.keys()];
  }

  /** Whoever is signed in here, as pages see them. */
  async visitor(guest: Ctx) {
    return actorOfSession(guest, this.cookieHeader);
  }

  /** The context of whoever is signed in here. */
  async ctx(guest: Ctx): Promise<Ctx & { actor: UserActor }> {
    const visitor = await this.visitor(guest);
    if (!visitor) throw new Error("Nobody is signed in");
    return { ...guest, actor: visitor.actor };
  }
}

/** A new account, signed in by password in a browser of its own. */
export async function signedIn(world: World, now?: Temporal.Instant) {
  const account = await newAccount(world);
  return { account, ...(await signInAs(world, account, now)) };
}

/** Signs the account in, in a browser of its own. */
export async function signInAs(world: World, account: { email: string }, now?: Temporal.Instant) {
  const browser = new Browser();
  const guest = { ...asGuest(world), ...(now ? { now } : {}) };
  const value = done(await signIn(guest, { email: account.email, password, cookieHeader: null }));
  browser.keep(value.cookies);
  return { browser, guest, ctx: await browser.ctx(guest) };
}

/** The secret in the link of the newest mail of this template to the address; null when there is none. */
export async function mailedToken(world: World, email: string, template: string): Promise<string | null> {
  const mail = await world.owner
    .selectFrom("message")
    .select("sealed_link")
    .where("recipient", "=", email)
    .where("template", "=", template)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return mail?.sealed_link ? new URL(unseal(mail.sealed_link)).searchParams.get("token") : null;
}

/** The templates of the mails to the address, oldest first. */
export async function mailsTo(world: World, email: string): Promise<string[]> {
  const mails = await world.owner
    .selectFrom("message")
    .select("template")
    .where("recipient", "=", email)
    .orderBy("id")
    .execute();
  return mails.map((mail) => mail.template);
}

/** What the trail of the organization says about accounts, oldest first. */
export async function accountTrail(world: World, organizationId: string): Promise<string[]> {
  const entries = await world.owner
    .selectFrom("audit_entry")
    .select("action")
    .where("organization_id", "=", organizationId)
    .where("action", "like", "account.%")
    .orderBy("id")
    .execute();
  return entries.map((entry) => entry.action);
}

/** Gives the person a place in the organization. */
export async function joinAs(
  world: World,
  organizationId: string,
  userId: string,
  role: "owner" | "sales",
): Promise<void> {
  await world.owner
    .insertInto("member")
    .values({ organization_id: organizationId, id: newId(), user_id: userId, roles: [role] })
    .execute();
}
