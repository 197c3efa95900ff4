import { describe, expect, it, vi } from "vitest";
import {
  accountTrail,
  Browser,
  joinAs,
  mailsTo,
  newAccount,
  openAccountWorld,
  password,
  signedIn,
  signInAs,
} from "#tests/factories/accounts";
import { done } from "#tests/factories/venues";
import { asGuest, newOrganization } from "#tests/factories/world";
import { hashSecret } from "@/kernel/secret";
import { config } from "@/platform/config";
import { logger } from "@/platform/logger";
import type { Ctx } from "@/platform/transaction";
import { signIn } from "./sign-in";
import { listDemoPeople, signInAsDemo } from "./sign-in-as-demo";
import { signOut } from "./sign-out";

const world = openAccountWorld();
const wrong = "otra contraseña";
const from = (ctx: Ctx, ip: string): Ctx => ({ ...ctx, origin: { ...ctx.origin, ip } });
const attempt = (ctx: Ctx, email: string, typed: string, cookieHeader: string | null = null) =>
  signIn(ctx, { email, password: typed, cookieHeader });

describe("signing in", () => {
  it("opens a session, whose token is in the cookie and hashed in the database", async () => {
    const { browser, account } = await signedIn(world);
    const token = browser.cookie("session") ?? "";
    const rows = await world.owner.selectFrom("session").selectAll().where("user_id", "=", account.userId).execute();
    expect(rows.map((row) => row.token_hash)).toEqual([hashSecret(token)]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("is seen in the trail of every organization of the person", async () => {
    const [one, two] = [await newOrganization(world), await newOrganization(world)];
    const account = await newAccount(world, "Lucía Paz");
    await joinAs(world, one.id, account.userId, "sales");
    await joinAs(world, two.id, account.userId, "sales");
    await attempt(asGuest(world), account.email, wrong);
    const { ctx } = await signInAs(world, account);
    done(await signOut(ctx));
    for (const { id } of [one, two]) {
      expect(await accountTrail(world, id)).toEqual([
        "account.sign_in_failed",
        "account.signed_in",
        "account.signed_out",
      ]);
    }
    const entries = await world.owner
      .selectFrom("audit_entry")
      .select(["actor_kind", "actor_name", "subject_name", "ip"])
      .where("organization_id", "=", one.id)
      .orderBy("id")
      .execute();
    expect(entries.slice(0, 2)).toMatchObject([
      { actor_kind: "guest", subject_name: "Lucía Paz", ip: "203.0.113.7" },
      { actor_kind: "user", actor_name: "Lucía Paz" },
    ]);
  });

  it("ends the session that the browser had, so that a token from before is worth nothing", async () => {
    const { browser, guest, account } = await signedIn(world);
    const before = browser.cookieHeader;
    browser.keep(done(await attempt(guest, account.email, password, before)).cookies);
    const old = new Browser();
    old.set("session", before?.match(/session=([^;]+)/)?.[1] ?? "");
    expect(await old.visitor(guest)).toBeNull();
    expect((await browser.visitor(guest))?.actor.userId).toBe(account.userId);
  });

  it("is mailed when the device is new, and not when it is known", async () => {
    const { browser, guest, account } = await signedIn(world);
    done(await attempt(guest, account.email, password, browser.cookieHeader));
    expect(await mailsTo(world, account.email)).toEqual(["new-sign-in"]);
    done(await attempt(guest, account.email, password));
    expect(await mailsTo(world, account.email)).toEqual(["new-sign-in", "new-sign-in"]);
  });

  it("takes the address in any case and the password in any composition", async () => {
    const account = await newAccount(world);
    expect(await attempt(asGuest(world), account.email, password.normalize("NFD"))).toMatchObject({ ok: true });
  });
});

describe("a failed sign-in", () => {
  it("says the same whether the account exists or not, however often", async () => {
    const account = await newAccount(world);
    for (let n = 0; n < 7; n++) {
      const known = await attempt(from(asGuest(world), "198.51.100.1"), account.email, wrong);
      const unknown = await attempt(from(asGuest(world), "198.51.100.2"), `nadie-${account.email}`, wrong);
      expect(unknown).toEqual(known);
    }
  });

  it("logs one line that grep finds, with account and address and without the password", async () => {
    const account = await newAccount(world);
    const warn = vi.spyOn(logger, "warn");
    await attempt(asGuest(world), account.email, "mi-secreto-equivocado");
    const lines = warn.mock.calls.map((call) => JSON.stringify(call)).filter((line) => /login.*failed/i.test(line));
    warn.mockRestore();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(account.email);
    expect(lines[0]).toContain("203.0.113.7");
    expect(lines[0]).not.toContain("mi-secreto-equivocado");
  });
});

describe("guessing", () => {
  const guessAt = async (ctx: Ctx, email: string, times: number) => {
    const codes: string[] = [];
    for (let n = 0; n < times; n++) {
      const answer = await attempt(from(ctx, `198.51.100.${n}`), email, `${wrong} ${n}`);
      codes.push(answer.ok ? "in" : answer.refusal.code);
    }
    return codes;
  };

  it("is slowed after five attempts, from however many addresses, and the owner is told once", async () => {
    const account = await newAccount(world);
    expect(await guessAt(asGuest(world), account.email, 8)).toEqual([
      ...Array(5).fill("invalid_credentials"),
      ...Array(3).fill("locked_out"),
    ]);
    const next = world.later(asGuest(world), 30);
    expect(await guessAt(next, account.email, 2)).toEqual(["invalid_credentials", "locked_out"]);
    expect(await attempt(world.later(next, 59), account.email, wrong)).toMatchObject({
      refusal: { code: "locked_out", retryAfter: 1 },
    });
    expect(await mailsTo(world, account.email)).toEqual(["account-locked"]);
  });

  it("does not get more by asking all at once", async () => {
    const account = await newAccount(world);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => attempt(from(asGuest(world), `192.0.2.${n}`), account.email, wrong)),
    );
    const codes = answers.map((answer) => (answer.ok ? "in" : answer.refusal.code));
    expect(codes.filter((code) => code === "invalid_credentials")).toHaveLength(5);
  });

  it("does not lock the owner out of a device that they have signed in from", async () => {
    const { browser, guest, account } = await signedIn(world);
    await guessAt(guest, account.email, 20);
    expect(await attempt(guest, account.email, password)).toMatchObject({ refusal: { code: "locked_out" } });
    expect(await attempt(guest, account.email, password, browser.cookieHeader)).toMatchObject({ ok: true });
  });

  it("from a known device has a budget too", async () => {
    const { browser, guest, account } = await signedIn(world);
    for (let n = 0; n < 10; n++) await attempt(guest, account.email, wrong, browser.cookieHeader);
    expect(await attempt(guest, account.email, password, browser.cookieHeader)).toMatchObject({
      refusal: { code: "locked_out", retryAfter: 30 },
    });
  });

  it("cannot be sped up with a device cookie that was made up, or is another account's", async () => {
    const { browser, guest, account } = await signedIn(world);
    const other = await signedIn(world);
    await guessAt(guest, account.email, 6);
    const [ours = ""] = browser.names().filter((name) => name.startsWith("device-"));
    const [theirs = ""] = other.browser.names().filter((name) => name.startsWith("device-"));
    const stolen = other.browser.cookie(theirs) ?? "";
    for (const value of ["known", stolen, `${browser.cookie(ours)?.slice(0, -2)}AA`]) {
      const forged = new Browser();
      forged.set(ours, value);
      expect(await attempt(guest, account.email, password, forged.cookieHeader)).toMatchObject({
        refusal: { code: "locked_out" },
      });
    }
  });

  it("at many accounts from one address is slowed as well", async () => {
    const codes: string[] = [];
    for (let n = 0; n < 32; n++) {
      const answer = await attempt(
        from(asGuest(world), "192.0.2.200"),
        `${n}-${crypto.randomUUID()}@ejemplo.mx`,
        wrong,
      );
      codes.push(answer.ok ? "in" : answer.refusal.code);
    }
    expect(codes.slice(0, 30)).toEqual(Array(30).fill("invalid_credentials"));
    expect(codes.slice(30)).toEqual(["locked_out", "locked_out"]);
  });

  it("is forgotten once the owner is in", async () => {
    const account = await newAccount(world);
    await guessAt(asGuest(world), account.email, 4);
    await signInAs(world, account);
    expect(await guessAt(asGuest(world), account.email, 5)).toEqual(Array(5).fill("invalid_credentials"));
  });
});

describe("a session cookie", () => {
  it("that was made up lets nobody in", async () => {
    const { guest } = await signedIn(world);
    for (const value of ["", "x", "0".repeat(43), hashSecret("x"), "' or 1=1 --"]) {
      const forged = new Browser();
      forged.set("session", value);
      expect(await forged.visitor(guest)).toBeNull();
    }
  });

  it("holding the hash from the database lets nobody in", async () => {
    const { guest, account } = await signedIn(world);
    const row = await world.owner
      .selectFrom("session")
      .select("token_hash")
      .where("user_id", "=", account.userId)
      .executeTakeFirstOrThrow();
    const thief = new Browser();
    thief.set("session", row.token_hash);
    expect(await thief.visitor(guest)).toBeNull();
  });

  it("is worth nothing after signing out", async () => {
    const { browser, guest, ctx } = await signedIn(world);
    const kept = browser.cookieHeader;
    browser.keep(done(await signOut(ctx)).cookies);
    expect(browser.cookie("session")).toBeUndefined();
    const thief = new Browser();
    thief.set("session", kept?.match(/session=([^;]+)/)?.[1] ?? "");
    expect(await thief.visitor(guest)).toBeNull();
  });
});

describe("the demo's people", () => {
  const demo = async () => {
    const email = `${crypto.randomUUID()}@demo.example`;
    const account = await newAccount(world, "Rosario Arrayán");
    await world.owner.updateTable("app_user").set({ email }).where("id", "=", account.userId).execute();
    return email;
  };
  const as = (email: string) => signInAsDemo(asGuest(world), { email, cookieHeader: null });
  const notADemo = { refusal: { code: "not_a_demo" } };

  it("are shown, and let in without a password, on one's own machine only", async () => {
    const email = await demo();
    const organization = await newOrganization(world, "Quinta de Prueba");
    await world.owner
      .updateTable("organization")
      .set({ demo: true, demo_as_of: "2026-11-24" })
      .where("id", "=", organization.id)
      .execute();
    const { id } = await world.owner
      .selectFrom("app_user")
      .select("id")
      .where("email", "=", email)
      .executeTakeFirstOrThrow();
    await joinAs(world, organization.id, id, "sales");
    expect(await as(email)).toMatchObject(notADemo);
    expect(await listDemoPeople(asGuest(world))).toEqual([]);
    config().local = true;
    try {
      expect(await as(email)).toMatchObject({ value: { outcome: "signed_in" } });
      expect(await listDemoPeople(asGuest(world))).toContainEqual({
        name: "Rosario Arrayán",
        email,
        organization: "Quinta de Prueba",
        role: "sales",
      });
      expect(await as((await newAccount(world)).email)).toMatchObject(notADemo);
      expect(await as("nadie@demo.example")).toMatchObject(notADemo);
      config().baseUrl = "https://eventos.ejemplo.mx";
      expect(await as(email)).toMatchObject(notADemo);
    } finally {
      Object.assign(config(), { local: false, baseUrl: "http://localhost:3000" });
    }
  });
});
