import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  accountTrail,
  joinAs,
  mailedToken,
  mailsTo,
  newAccount,
  openAccountWorld,
  password,
  signedIn,
} from "#tests/factories/accounts";
import { atOnce } from "#tests/factories/at-once";
import { done } from "#tests/factories/venues";
import { asGuest, newMember, newOrganization } from "#tests/factories/world";
import { changeProfile } from "./change-profile";
import { confirmEmailChange } from "./confirm-email-change";
import { deleteAccount } from "./delete-account";
import { exportAccount } from "./export-account";
import { requestEmailChange } from "./request-email-change";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";
import { setTheme } from "./set-theme";
import { signIn } from "./sign-in";

const world = openAccountWorld();
const newEmail = () => `${crypto.randomUUID()}@ejemplo.mx`;
const linkInvalid = { refusal: { code: "link_invalid" } };
const confirmFirst = { refusal: { code: "confirm_identity" } };

describe("another address", () => {
  it("counts once the link mailed to it was followed; the old one is told", async () => {
    const organization = await newOrganization(world);
    const { account, browser, ctx, guest } = await signedIn(world);
    await joinAs(world, organization.id, account.userId, "sales");
    const email = newEmail();
    done(await requestEmailChange(ctx, { email }));
    expect((await browser.visitor(guest))?.actor.email).toBe(account.email);
    expect(await mailsTo(world, email)).toEqual(["email-change-confirm"]);
    expect(await mailsTo(world, account.email)).toContain("email-change-requested");

    const token = (await mailedToken(world, email, "email-change-confirm")) ?? "";
    browser.keep(done(await confirmEmailChange(ctx, { token })).cookies);
    expect((await browser.visitor(guest))?.actor.email).toBe(email);
    expect(await signIn(guest, { email, password, cookieHeader: null })).toMatchObject({ ok: true });
    expect(await confirmEmailChange(await browser.ctx(guest), { token })).toMatchObject(linkInvalid);
    expect(await accountTrail(world, organization.id)).toEqual(
      expect.arrayContaining(["account.email_change_requested", "account.email_changed"]),
    );
  });

  it("is not confirmed by whoever reads a mistyped mailbox", async () => {
    const { ctx } = await signedIn(world);
    const other = await signedIn(world);
    const email = newEmail();
    done(await requestEmailChange(ctx, { email }));
    const token = (await mailedToken(world, email, "email-change-confirm")) ?? "";
    expect(await confirmEmailChange(other.ctx, { token })).toMatchObject(linkInvalid);
    await expect(confirmEmailChange(asGuest(world), { token })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("that belongs to an account is answered the same; that account is told, and keeps it", async () => {
    const { ctx } = await signedIn(world);
    const owner = await newAccount(world);
    expect(await requestEmailChange(ctx, { email: owner.email })).toEqual({ ok: true, value: { email: owner.email } });
    expect(await mailsTo(world, owner.email)).toEqual(["already-registered"]);
    expect(await requestEmailChange(ctx, { email: ctx.actor.email })).toMatchObject({
      refusal: { code: "same_email" },
    });
  });

  it("that was taken between the mail and the click is refused", async () => {
    const { ctx } = await signedIn(world);
    const email = newEmail();
    done(await requestEmailChange(ctx, { email }));
    const token = (await mailedToken(world, email, "email-change-confirm")) ?? "";
    const account = await newAccount(world);
    await world.owner.updateTable("app_user").set({ email }).where("id", "=", account.userId).execute();
    expect(await confirmEmailChange(ctx, { token })).toMatchObject(linkInvalid);
  });

  it("ends what was asked for at the old one", async () => {
    const { account, ctx, guest } = await signedIn(world);
    done(await requestPasswordReset(guest, { email: account.email }));
    const reset = (await mailedToken(world, account.email, "reset-password")) ?? "";
    const email = newEmail();
    done(await requestEmailChange(ctx, { email }));
    done(await confirmEmailChange(ctx, { token: (await mailedToken(world, email, "email-change-confirm")) ?? "" }));
    const answer = await resetPassword(guest, {
      token: reset,
      password: "siete gatos bajo el puente",
      cookieHeader: null,
    });
    expect(answer).toMatchObject(linkInvalid);
  });

  it("asks for the password first", async () => {
    const { browser, guest } = await signedIn(world);
    const later = await browser.ctx(world.later(guest, 601));
    expect(await requestEmailChange(later, { email: newEmail() })).toMatchObject(confirmFirst);
  });
});

describe("the profile", () => {
  it("changes name, language and theme, and the trail says what", async () => {
    const organization = await newOrganization(world);
    const { account, browser, ctx, guest } = await signedIn(world);
    await joinAs(world, organization.id, account.userId, "sales");
    done(await changeProfile(ctx, { name: "Ana María", locale: "en", theme: "dark" }));
    expect(await browser.visitor(guest)).toMatchObject({ actor: { name: "Ana María" }, locale: "en", theme: "dark" });
    const [entry] = await world.owner
      .selectFrom("audit_entry")
      .select(["before", "after"])
      .where("organization_id", "=", organization.id)
      .execute();
    expect(entry).toMatchObject({
      before: { locale: "es" },
      after: { name: "Ana María", locale: "en", theme: "dark" },
    });
    done(await setTheme(ctx, { theme: "light" }));
    expect(await browser.visitor(guest)).toMatchObject({ theme: "light" });
  });
});

describe("one's data", () => {
  it("is handed over whole, without secrets and without anybody else's", async () => {
    const organization = await newOrganization(world, "Quinta Exportada");
    const { account, browser, ctx } = await signedIn(world);
    await joinAs(world, organization.id, account.userId, "sales");
    const other = await signedIn(world);
    await joinAs(world, organization.id, other.account.userId, "sales");
    done(await changeProfile(other.ctx, { name: "Nombre Ajeno", locale: "es", theme: "dark" }));
    done(await changeProfile(ctx, { name: "Ana María", locale: "es", theme: "dark" }));

    const { json, fileName } = done(await exportAccount(ctx));
    expect(fileName).toBe("cuenta-2026-11-24.json");
    expect(JSON.parse(json)).toMatchObject({
      account: { email: account.email, name: "Ana María" },
      sessions: [{ ip_address: "203.0.113.7" }],
      organizations: [{ name: "Quinta Exportada", roles: ["sales"] }],
      activity: [{ action: "account.profile_changed" }],
    });
    expect(json).not.toMatch(/hash|scrypt|Nombre Ajeno/);
    expect(json).not.toContain(browser.cookie("session"));
    expect(await accountTrail(world, organization.id)).toContain("account.exported");
  });
});

describe("deleting the account", () => {
  it("takes sessions, passkeys and places with it; the trail keeps the name", async () => {
    const organization = await newOrganization(world);
    const { account, browser, ctx, guest } = await signedIn(world);
    await joinAs(world, organization.id, account.userId, "sales");
    browser.keep(done(await deleteAccount(ctx, { email: account.email })).cookies);
    expect(browser.cookie("session")).toBeUndefined();
    expect(await signIn(guest, { email: account.email, password, cookieHeader: null })).toMatchObject({
      refusal: { code: "invalid_credentials" },
    });
    const left = await world.owner.selectFrom("member").select("id").where("user_id", "=", account.userId).execute();
    expect(left).toEqual([]);
    expect(await accountTrail(world, organization.id)).toEqual(["account.deleted"]);
  });

  it("is refused to the only owner of an organization, which is named", async () => {
    const organization = await newOrganization(world, "Sólo Mía");
    await world.owner.deleteFrom("member").where("organization_id", "=", organization.id).execute();
    const { account, ctx } = await signedIn(world);
    await joinAs(world, organization.id, account.userId, "owner");
    const answer = () => deleteAccount(ctx, { email: account.email });
    expect(await answer()).toEqual({ ok: false, refusal: { code: "sole_owner", organization: "Sólo Mía" } });
    await newMember(world, organization.id, ["owner"]);
    expect(await answer()).toMatchObject({ ok: true });
  });

  it("leaves an owner when the last two delete theirs at once", async () => {
    const organization = await newOrganization(world);
    await world.owner.deleteFrom("member").where("organization_id", "=", organization.id).execute();
    const [one, two] = [await signedIn(world), await signedIn(world)];
    await joinAs(world, organization.id, one.account.userId, "owner");
    await joinAs(world, organization.id, two.account.userId, "owner");
    const rows = sql`select 1 from app_user where id in (${one.account.userId}, ${two.account.userId}) for key share`;
    const answers = await atOnce(
      world,
      rows,
      [one, two].map(
        ({ ctx, account }) =>
          () =>
            deleteAccount(ctx, { email: account.email }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it("asks for the password first, and for the address", async () => {
    const { account, browser, ctx, guest } = await signedIn(world);
    expect(await deleteAccount(ctx, { email: newEmail() })).toMatchObject({ refusal: { code: "email_differs" } });
    const later = await browser.ctx(world.later(guest, 601));
    expect(await deleteAccount(later, { email: account.email })).toMatchObject(confirmFirst);
  });
});
