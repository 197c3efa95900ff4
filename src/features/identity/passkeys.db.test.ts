import { describe, expect, it } from "vitest";
import { accountTrail, Browser, joinAs, mailsTo, openAccountWorld, signedIn } from "#tests/factories/accounts";
import { Authenticator } from "#tests/factories/authenticator";
import { done } from "#tests/factories/venues";
import { asGuest, newOrganization } from "#tests/factories/world";
import type { Ctx } from "@/platform/transaction";
import { changePassword } from "./change-password";
import { confirmIdentity } from "./confirm-identity";
import { accountSecurity, passkeySignInOptions } from "./queries";
import { registerPasskey } from "./register-passkey";
import { removePasskey } from "./remove-passkey";
import { newPasskeyField, passkeyField } from "./schema";
import { signInWithPasskey } from "./sign-in-with-passkey";
import { startPasskeyRegistration } from "./start-passkey-registration";

const world = openAccountWorld();
const refused = { refusal: { code: "passkey_refused" } };
const newDevice = () => new Authenticator({ origin: "http://localhost:3000", rpId: "localhost" });
type Registration = ReturnType<Authenticator["register"]>;
type Answer = ReturnType<Authenticator["answer"]>;

const keep = (ctx: Ctx, response: Registration, name = "Teléfono") =>
  registerPasskey(ctx, { name, response: newPasskeyField.parse(JSON.stringify(response)) });
const enter = (ctx: Ctx, response: Answer, cookieHeader: string | null = null) =>
  signInWithPasskey(ctx, { response: passkeyField.parse(JSON.stringify(response)), cookieHeader });
const challenge = async (ctx: Ctx) => (await passkeySignInOptions(ctx)).challenge;
const newChallenge = async (ctx: Ctx) => done(await startPasskeyRegistration(ctx)).challenge;

async function withPasskey(device = newDevice()) {
  const person = await signedIn(world);
  const { passkeyId } = done(await keep(person.ctx, device.register(await newChallenge(person.ctx))));
  return { ...person, device, passkeyId };
}

describe("a passkey", () => {
  it("is registered, tells the owner of the account and the organization, and signs in alone", async () => {
    const organization = await newOrganization(world);
    const { account, ctx, guest } = await signedIn(world);
    await joinAs(world, organization.id, account.userId, "sales");
    const options = done(await startPasskeyRegistration(ctx));
    expect(options).toMatchObject({
      rp: { id: "localhost" },
      user: { name: account.email },
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    const device = newDevice();
    done(await keep(ctx, device.register(options.challenge), "Teléfono de Ana"));
    expect((await accountSecurity(ctx)).passkeys).toMatchObject([{ name: "Teléfono de Ana", lastUsedAt: null }]);

    const browser = new Browser();
    browser.keep(done(await enter(guest, device.answer(await challenge(guest)))).cookies);
    expect((await browser.visitor(guest))?.actor.userId).toBe(account.userId);
    expect((await accountSecurity(ctx)).passkeys[0]?.lastUsedAt).toEqual(guest.now);
    expect(await accountTrail(world, organization.id)).toEqual(["account.passkey_registered", "account.signed_in"]);
    expect(await mailsTo(world, account.email)).toEqual(["new-sign-in", "passkey-added", "new-sign-in"]);
  });

  it("answers each challenge once, also for two at once", async () => {
    const { device, guest } = await withPasskey(newDevice().with({ counts: false }));
    const answer = device.answer(await challenge(guest));
    const answers = await Promise.all([enter(guest, answer), enter(guest, answer)]);
    expect(answers.filter((each) => each.ok)).toHaveLength(1);
    expect(await enter(guest, answer)).toMatchObject(refused);
  });

  it("answers only a challenge of ours, for signing in, within five minutes", async () => {
    const { device, guest, ctx } = await withPasskey();
    const late = await challenge(guest);
    const wrong = [Buffer.from("a challenge of somebody else").toString("base64url"), await newChallenge(ctx)];
    for (const made of wrong) expect(await enter(guest, device.answer(made))).toMatchObject(refused);
    expect(await enter(world.later(guest, 301), device.answer(late))).toMatchObject(refused);
  });

  it("of another site, without the person shown, or with another key is refused", async () => {
    const { device, guest } = await withPasskey();
    const impostor = Object.assign(newDevice(), { id: device.id });
    const tries = [
      device.with({ origin: "https://gestion.example" }),
      device.with({ rpId: "gestion.example" }),
      device.with({ userVerified: false }),
      impostor,
      newDevice(),
    ];
    for (const each of tries) expect(await enter(guest, each.answer(await challenge(guest)))).toMatchObject(refused);
    expect(await enter(guest, device.answer(await challenge(guest)))).toMatchObject({ ok: true });
  });

  it("that was copied is refused once its counter goes back", async () => {
    const { device, guest } = await withPasskey();
    done(await enter(guest, device.answer(await challenge(guest))));
    done(await enter(guest, device.answer(await challenge(guest))));
    device.rewind();
    expect(await enter(guest, device.answer(await challenge(guest)))).toMatchObject(refused);
  });

  it("counts as the password where that has to be shown again", async () => {
    const { browser, device, guest } = await withPasskey();
    const later = world.later(guest, 601);
    const ctx = await browser.ctx(later);
    expect(await changePassword(ctx, { password: "siete gatos bajo el puente" })).toMatchObject({
      refusal: { code: "confirm_identity" },
    });
    const response = passkeyField.parse(JSON.stringify(device.answer(await challenge(later))));
    browser.keep(done(await confirmIdentity(ctx, { response, cookieHeader: browser.cookieHeader })).cookies);
    expect(await changePassword(await browser.ctx(later), { password: "siete gatos bajo el puente" })).toMatchObject({
      ok: true,
    });
  });

  it("of somebody else does not count as one's own", async () => {
    const { ctx, guest } = await signedIn(world);
    const other = await withPasskey();
    const response = passkeyField.parse(JSON.stringify(other.device.answer(await challenge(guest))));
    expect(await confirmIdentity(ctx, { response, cookieHeader: null })).toMatchObject(refused);
  });
});

describe("registering", () => {
  it("takes only the person's own challenge, once, and no passkey twice", async () => {
    const [ana, luis] = [await signedIn(world), await signedIn(world)];
    const anas = await newChallenge(ana.ctx);
    const device = newDevice();
    expect(await keep(luis.ctx, device.register(anas))).toMatchObject(refused);
    expect(await keep(ana.ctx, device.register(await challenge(ana.guest)))).toMatchObject(refused);
    expect(
      await keep(ana.ctx, device.with({ userVerified: false }).register(await newChallenge(ana.ctx))),
    ).toMatchObject(refused);
    const registration = device.register(anas);
    expect(await keep(ana.ctx, registration)).toMatchObject({ ok: true });
    expect(await keep(ana.ctx, registration)).toMatchObject(refused);
    expect(await keep(luis.ctx, device.register(await newChallenge(luis.ctx)))).toMatchObject(refused);
  });

  it("and removing ask for the password again when it was shown more than ten minutes ago", async () => {
    const { browser, guest, passkeyId, ctx } = await withPasskey();
    const made = newDevice().register(await newChallenge(ctx));
    const later = await browser.ctx(world.later(guest, 601));
    const asked = { refusal: { code: "confirm_identity" } };
    expect(await startPasskeyRegistration(later)).toMatchObject(asked);
    expect(await keep(later, made)).toMatchObject(asked);
    expect(await removePasskey(later, { passkeyId })).toMatchObject(asked);
  });
});

describe("removing", () => {
  it("keeps it from signing in", async () => {
    const { account, ctx, guest, device, passkeyId } = await withPasskey();
    done(await removePasskey(ctx, { passkeyId }));
    expect(await enter(guest, device.answer(await challenge(guest)))).toMatchObject(refused);
    expect((await accountSecurity(ctx)).passkeys).toEqual([]);
    expect(await mailsTo(world, account.email)).toContain("passkey-removed");
  });

  it("finds no passkey of somebody else", async () => {
    const [mine, theirs] = [await withPasskey(), await withPasskey()];
    await expect(removePasskey(mine.ctx, { passkeyId: theirs.passkeyId })).rejects.toMatchObject({ code: "not_found" });
    expect((await accountSecurity(theirs.ctx)).passkeys).toHaveLength(1);
  });
});

it("what is no passkey at all does not get past the schema", () => {
  for (const text of ["", "{}", "null", '{"id":1}', "[1,2]", "x".repeat(40_000)]) {
    expect(passkeyField.safeParse(text).success).toBe(false);
  }
});

it("shows no options of a registration to guests", async () => {
  await expect(startPasskeyRegistration(asGuest(world))).rejects.toMatchObject({ code: "unauthenticated" });
});
