import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  accountTrail,
  Browser,
  joinAs,
  mailedToken,
  mailsTo,
  openAccountWorld,
  password,
  signedIn,
} from "#tests/factories/accounts";
import { atOnce } from "#tests/factories/at-once";
import { done } from "#tests/factories/venues";
import { asGuest, newOrganization } from "#tests/factories/world";
import { totpCode, totpStep } from "@/kernel/totp";
import { unseal } from "@/platform/sealed";
import type { Ctx } from "@/platform/transaction";
import { completeTwoFactor } from "./complete-two-factor";
import { confirmIdentity } from "./confirm-identity";
import { confirmTwoFactor } from "./confirm-two-factor";
import { disableTwoFactor } from "./disable-two-factor";
import { enableTwoFactor } from "./enable-two-factor";
import { accountSecurity, pendingTwoFactor } from "./queries";
import { regenerateRecoveryCodes } from "./regenerate-recovery-codes";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { signIn } from "./sign-in";

const world = openAccountWorld();

/** The code that the person's authenticator app shows at the moment of the context. */
async function codeOf(ctx: Ctx, userId: string, shift = 0): Promise<string> {
  const { sealed_secret } = await world.owner
    .selectFrom("two_factor")
    .select("sealed_secret")
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return totpCode(Buffer.from(unseal(sealed_secret), "base64url"), totpStep(ctx.now) + shift);
}

/** Somebody with the second step on, in a browser that is signed in; what follows happens a minute later. */
async function protectedAccount() {
  const { account, browser, ctx, guest } = await signedIn(world);
  done(await enableTwoFactor(ctx));
  const { recoveryCodes, cookies } = done(await confirmTwoFactor(ctx, { code: await codeOf(ctx, account.userId) }));
  browser.keep(cookies);
  const later = world.later(guest, 60);
  return { account, browser, recoveryCodes, guest: later, ctx: await browser.ctx(later) };
}

/** A browser that has shown the password and waits for the second step. */
async function atSecondStep(guest: Ctx, email: string): Promise<Browser> {
  const browser = new Browser();
  const answer = done(await signIn(guest, { email, password, cookieHeader: null }));
  expect(answer.outcome).toBe("two_factor_required");
  browser.keep(answer.cookies);
  return browser;
}

const complete = (guest: Ctx, browser: Browser, code: string) =>
  completeTwoFactor(guest, { code, cookieHeader: browser.cookieHeader });

describe("turning the second step on", () => {
  it("asks for a code first, then gives ten recovery codes, tells the owner of the account and the organization", async () => {
    const organization = await newOrganization(world);
    const { account, browser, ctx, guest } = await signedIn(world);
    await joinAs(world, organization.id, account.userId, "sales");
    done(await enableTwoFactor(ctx));
    const shown = await pendingTwoFactor(ctx);
    expect(shown?.uri).toMatch(/^otpauth:\/\/totp\//);
    expect((await accountSecurity(ctx)).twoFactorSince).toBeNull();
    expect(await signIn(guest, { email: account.email, password, cookieHeader: null })).toMatchObject({
      value: { outcome: "signed_in" },
    });

    expect(await confirmTwoFactor(ctx, { code: "000000" })).toMatchObject({ refusal: { code: "invalid_code" } });
    const value = done(await confirmTwoFactor(ctx, { code: await codeOf(ctx, account.userId) }));
    expect(value.recoveryCodes).toHaveLength(10);
    expect(value.recoveryCodes[0]).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
    browser.keep(value.cookies);
    expect(await accountSecurity(await browser.ctx(guest))).toMatchObject({ recoveryCodesLeft: 10 });
    expect(await accountTrail(world, organization.id)).toContain("account.two_factor_enabled");
    expect(await mailsTo(world, account.email)).toContain("two-factor-enabled");
    expect(await pendingTwoFactor(await browser.ctx(guest))).toBeNull();
  });

  it("ends every other session, and gives this one a new token", async () => {
    const { account, browser, ctx, guest } = await signedIn(world);
    const other = new Browser();
    other.keep(done(await signIn(guest, { email: account.email, password, cookieHeader: null })).cookies);
    const before = browser.cookie("session");
    done(await enableTwoFactor(ctx));
    browser.keep(done(await confirmTwoFactor(ctx, { code: await codeOf(ctx, account.userId) })).cookies);
    expect(await other.visitor(guest)).toBeNull();
    expect(browser.cookie("session")).not.toBe(before);
    expect(await browser.visitor(guest)).not.toBeNull();
  });

  it("stores the secret and the recovery codes so that the database alone is worth nothing", async () => {
    const { account, recoveryCodes } = await protectedAccount();
    const codes = await world.owner
      .selectFrom("recovery_code")
      .selectAll()
      .where("user_id", "=", account.userId)
      .execute();
    const apps = await world.owner.selectFrom("two_factor").selectAll().where("user_id", "=", account.userId).execute();
    const stored = JSON.stringify([codes, apps], (_, value) => (typeof value === "bigint" ? Number(value) : value));
    for (const code of recoveryCodes) expect(stored).not.toContain(code.replaceAll("-", ""));
    expect(stored).not.toContain(unseal(apps[0]?.sealed_secret ?? ""));
  });

  it("asks for the password again when it was shown more than ten minutes ago", async () => {
    const { browser, guest } = await signedIn(world);
    const later = await browser.ctx(world.later(guest, 601));
    expect(await enableTwoFactor(later)).toMatchObject({ refusal: { code: "confirm_identity" } });
    expect(await confirmTwoFactor(later, { code: "123456" })).toMatchObject({ refusal: { code: "confirm_identity" } });
    browser.keep(done(await confirmIdentity(later, { password, cookieHeader: browser.cookieHeader })).cookies);
    expect(await enableTwoFactor(await browser.ctx(later))).toMatchObject({ ok: true });
  });
});

describe("the second step", () => {
  it("is asked for after the password; nobody is signed in before it", async () => {
    const { account, guest } = await protectedAccount();
    const browser = await atSecondStep(guest, account.email);
    expect(await browser.visitor(guest)).toBeNull();
    browser.keep(done(await complete(guest, browser, await codeOf(guest, account.userId))).cookies);
    expect((await browser.visitor(guest))?.actor.userId).toBe(account.userId);
  });

  it("takes no code twice, not even within its half minute", async () => {
    const { account, guest } = await protectedAccount();
    const code = await codeOf(guest, account.userId);
    const [one, two] = [await atSecondStep(guest, account.email), await atSecondStep(guest, account.email)];
    expect(await complete(guest, one, code)).toMatchObject({ ok: true });
    expect(await complete(guest, two, code)).toMatchObject({ refusal: { code: "invalid_code" } });
    expect(await complete(guest, two, await codeOf(guest, account.userId, 1))).toMatchObject({ ok: true });
  });

  it("lets one of two requests with the same code through", async () => {
    const { account, guest } = await protectedAccount();
    const code = await codeOf(guest, account.userId);
    const [one, two] = [await atSecondStep(guest, account.email), await atSecondStep(guest, account.email)];
    const row = sql`select 1 from two_factor where user_id = ${account.userId} for update`;
    const answers = await atOnce(
      world,
      row,
      [one, two].map((browser) => () => complete(guest, browser, code)),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it("takes each recovery code once, also from two requests at once, and counts those left", async () => {
    const { account, guest, recoveryCodes, ctx } = await protectedAccount();
    const [code = ""] = recoveryCodes;
    const [one, two] = [await atSecondStep(guest, account.email), await atSecondStep(guest, account.email)];
    const answers = await Promise.all([
      complete(guest, one, code.toLowerCase()),
      complete(guest, two, code.replaceAll("-", " ")),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const third = await atSecondStep(guest, account.email);
    expect(await complete(guest, third, code)).toMatchObject({ refusal: { code: "invalid_code" } });
    expect((await accountSecurity(ctx)).recoveryCodesLeft).toBe(9);
  });

  it("is for one sign-in: its cookie works once, and for ten minutes", async () => {
    const { account, guest } = await protectedAccount();
    const browser = await atSecondStep(guest, account.email);
    const copy = new Browser();
    copy.set("second-step", browser.cookie("second-step") ?? "");
    done(await complete(guest, browser, await codeOf(guest, account.userId)));
    const expired = { refusal: { code: "challenge_expired" } };
    expect(await complete(guest, copy, await codeOf(guest, account.userId, 1))).toMatchObject(expired);
    const slow = await atSecondStep(guest, account.email);
    const later = world.later(guest, 601);
    expect(await complete(later, slow, await codeOf(later, account.userId))).toMatchObject(expired);
    const forged = new Browser();
    forged.set("second-step", "0".repeat(43));
    expect(await complete(guest, forged, await codeOf(guest, account.userId, 1))).toMatchObject(expired);
  });

  it("is slowed after five wrong codes, however many passwords are shown in between", async () => {
    const { account, guest } = await protectedAccount();
    const codes: string[] = [];
    for (let n = 0; n < 7; n++) {
      const answer = await complete(guest, await atSecondStep(guest, account.email), `00000${n}`);
      codes.push(answer.ok ? "in" : answer.refusal.code);
    }
    expect(codes).toEqual([...Array(5).fill("invalid_code"), "locked_out", "locked_out"]);
  });

  it("is asked for after a password reset as well: the mailbox alone is not enough", async () => {
    const { account, guest } = await protectedAccount();
    done(await requestPasswordReset(guest, { email: account.email }));
    const token = (await mailedToken(world, account.email, "reset-password")) ?? "";
    const answer = done(await resetPassword(guest, { token, password: "otra frase bien larga", cookieHeader: null }));
    expect(answer.outcome).toBe("two_factor_required");
  });
});

describe("turning it off, and new recovery codes", () => {
  it("turns it off: the password is enough again", async () => {
    const organization = await newOrganization(world);
    const { account, ctx, guest } = await protectedAccount();
    await joinAs(world, organization.id, account.userId, "sales");
    done(await disableTwoFactor(ctx));
    expect(await signIn(guest, { email: account.email, password, cookieHeader: null })).toMatchObject({
      value: { outcome: "signed_in" },
    });
    expect(await accountTrail(world, organization.id)).toContain("account.two_factor_disabled");
    expect(await mailsTo(world, account.email)).toContain("two-factor-disabled");
    expect(await disableTwoFactor(await (await signedIn(world)).ctx)).toMatchObject({
      refusal: { code: "not_enabled" },
    });
  });

  it("makes ten new codes, and the old ones stop working", async () => {
    const { account, ctx, guest, recoveryCodes } = await protectedAccount();
    const fresh = done(await regenerateRecoveryCodes(ctx)).recoveryCodes;
    const browser = await atSecondStep(guest, account.email);
    expect(await complete(guest, browser, recoveryCodes[0] ?? "")).toMatchObject({ refusal: { code: "invalid_code" } });
    expect(await complete(guest, browser, fresh[0] ?? "")).toMatchObject({ ok: true });
  });

  it("asks for the password again when it was shown more than ten minutes ago", async () => {
    const { browser, guest } = await protectedAccount();
    const later = await browser.ctx(world.later(guest, 601));
    expect(await disableTwoFactor(later)).toMatchObject({ refusal: { code: "confirm_identity" } });
    expect(await regenerateRecoveryCodes(later)).toMatchObject({ refusal: { code: "confirm_identity" } });
  });
});

it("no guest gets anywhere near", async () => {
  const guest = asGuest(world);
  for (const verb of [enableTwoFactor, disableTwoFactor, regenerateRecoveryCodes]) {
    await expect(verb(guest)).rejects.toMatchObject({ code: "unauthenticated" });
  }
});
