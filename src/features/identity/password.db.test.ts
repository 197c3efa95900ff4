import { describe, expect, it } from "vitest";
import {
  accountTrail,
  Browser,
  joinAs,
  mailedToken,
  mailsTo,
  newAccount,
  openAccountWorld,
  password,
  signedIn,
} from "#tests/factories/accounts";
import { done } from "#tests/factories/venues";
import { asGuest, newOrganization } from "#tests/factories/world";
import type { Ctx } from "@/platform/transaction";
import { changePassword } from "./change-password";
import { confirmIdentity } from "./confirm-identity";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";

const world = openAccountWorld();
const fresh = "siete gatos bajo el puente";
const enter = (ctx: Ctx, email: string, typed: string, cookieHeader: string | null = null) =>
  signIn(ctx, { email, password: typed, cookieHeader });

async function askReset(email: string): Promise<string> {
  done(await requestPasswordReset(asGuest(world), { email }));
  return (await mailedToken(world, email, "reset-password")) ?? "";
}
const reset = (token: string, typed = fresh, ctx = asGuest(world)) =>
  resetPassword(ctx, { token, password: typed, cookieHeader: null });

describe("a forgotten password", () => {
  it("is replaced with the mailed link: every session ends, and this browser is in", async () => {
    const organization = await newOrganization(world);
    const { account, browser, guest } = await signedIn(world);
    await joinAs(world, organization.id, account.userId, "owner");
    const token = await askReset(account.email);
    const elsewhere = new Browser();
    elsewhere.keep(done(await reset(token)).cookies);
    expect(await browser.visitor(guest)).toBeNull();
    expect((await elsewhere.visitor(guest))?.actor.userId).toBe(account.userId);
    expect(await enter(guest, account.email, password)).toMatchObject({ refusal: { code: "invalid_credentials" } });
    expect(await enter(guest, account.email, fresh)).toMatchObject({ ok: true });
    expect(await mailsTo(world, account.email)).toContain("password-changed");
    expect(await accountTrail(world, organization.id)).toEqual(
      expect.arrayContaining(["account.password_reset_requested", "account.password_changed", "account.signed_in"]),
    );
  });

  it("says the same for an address without an account, and mails nothing", async () => {
    const email = `${crypto.randomUUID()}@ejemplo.mx`;
    expect(await requestPasswordReset(asGuest(world), { email })).toEqual({ ok: true, value: { email } });
    expect(await mailsTo(world, email)).toEqual([]);
  });

  it("is replaced once, by one of two at once; an older link stops with a newer one, and all after half an hour", async () => {
    const account = await newAccount(world);
    const older = await askReset(account.email);
    const token = await askReset(account.email);
    const invalid = { refusal: { code: "link_invalid" } };
    expect(await reset(older)).toMatchObject(invalid);
    const answers = await Promise.all([reset(token), reset(token)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await reset(token)).toMatchObject(invalid);
    const late = await askReset(account.email);
    expect(await reset(late, fresh, world.later(asGuest(world), 1_801))).toMatchObject(invalid);
  });

  it("is not replaced by one that is easy to guess, and the link stays good", async () => {
    const account = await newAccount(world, "Mariana Robledo");
    const token = await askReset(account.email);
    await expect(reset(token, "marianarobledo1")).rejects.toMatchObject({
      issues: [{ path: "password", code: "weak_password" }],
    });
    expect(await reset(token)).toMatchObject({ ok: true });
  });

  it("confirms the address of whoever never followed the first mail", async () => {
    const email = `${crypto.randomUUID()}@ejemplo.mx`;
    done(await signUp(asGuest(world), { name: "Ana", email, password, locale: "es" }));
    done(await reset(await askReset(email)));
    expect(await enter(asGuest(world), email, fresh)).toMatchObject({ ok: true });
  });

  it("lets the owner in while others are guessing", async () => {
    const account = await newAccount(world);
    for (let n = 0; n < 6; n++) await enter(asGuest(world), account.email, `no es ${n}`);
    expect(await enter(asGuest(world), account.email, password)).toMatchObject({ refusal: { code: "locked_out" } });
    done(await reset(await askReset(account.email)));
    expect(await enter(asGuest(world), account.email, fresh)).toMatchObject({ ok: true });
  });
});

describe("changing the password", () => {
  it("ends every other session, and gives this one a new token", async () => {
    const { account, browser, ctx, guest } = await signedIn(world);
    const other = new Browser();
    other.keep(done(await enter(guest, account.email, password)).cookies);
    const before = browser.cookieHeader;
    browser.keep(done(await changePassword(ctx, { password: fresh })).cookies);
    expect(await other.visitor(guest)).toBeNull();
    expect((await browser.visitor(guest))?.actor.userId).toBe(account.userId);
    expect(browser.cookieHeader).not.toBe(before);
    expect(await enter(guest, account.email, fresh)).toMatchObject({ ok: true });
    expect(await mailsTo(world, account.email)).toContain("password-changed");
  });

  it("asks for the present one when it was shown more than ten minutes ago", async () => {
    const { browser, guest, account } = await signedIn(world);
    const later = world.later(guest, 601);
    const ctx = await browser.ctx(later);
    expect(await changePassword(ctx, { password: fresh })).toMatchObject({ refusal: { code: "confirm_identity" } });
    expect(await confirmIdentity(ctx, { password: "no es", cookieHeader: browser.cookieHeader })).toMatchObject({
      refusal: { code: "invalid_credentials" },
    });
    const before = browser.cookie("session");
    browser.keep(done(await confirmIdentity(ctx, { password, cookieHeader: browser.cookieHeader })).cookies);
    expect(browser.cookie("session")).not.toBe(before);
    expect(await changePassword(await browser.ctx(later), { password: fresh })).toMatchObject({ ok: true });
    expect(await enter(later, account.email, fresh)).toMatchObject({ ok: true });
  });

  it("takes none that is easy to guess", async () => {
    const { ctx } = await signedIn(world);
    await expect(changePassword(ctx, { password: "contraseña123" })).rejects.toMatchObject({ code: "invalid_input" });
  });
});
