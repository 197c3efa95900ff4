import { describe, expect, it } from "vitest";
import { Browser, mailedToken, mailsTo, newAccount, openAccountWorld, password } from "#tests/factories/accounts";
import { done } from "#tests/factories/venues";
import { asGuest } from "#tests/factories/world";
import { TooManyRequests } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import { hashSecret } from "@/kernel/secret";
import { openAccount } from "./open-account";
import { resendVerification } from "./resend-verification";
import { signUpSchema } from "./schema";
import { signIn } from "./sign-in";
import { signUp } from "./sign-up";
import { verifyEmail } from "./verify-email";

const world = openAccountWorld();
const newEmail = () => `${newId()}@ejemplo.mx`;
const form = (email: string) => ({ name: "Ana Torres", email, password, locale: "es" as const });
const verify = (token: string | null, typed = password) =>
  verifyEmail(asGuest(world), { token: token ?? "", password: typed, cookieHeader: null });

describe("signing up", () => {
  it("mails a link that, with the password, confirms the address and signs in", async () => {
    const email = newEmail();
    done(await signUp(asGuest(world), form(email)));
    expect(await mailsTo(world, email)).toEqual(["verify-email"]);
    const browser = new Browser();
    browser.keep(done(await verify(await mailedToken(world, email, "verify-email"))).cookies);
    const visitor = await browser.visitor(asGuest(world));
    expect(visitor?.actor).toMatchObject({ email, name: "Ana Torres", organizationId: null, roles: [] });
    expect(visitor?.organization).toBeNull();
  });

  it("stores neither the link's secret nor the password", async () => {
    const email = newEmail();
    done(await signUp(asGuest(world), form(email)));
    const token = await mailedToken(world, email, "verify-email");
    const rows = await world.owner
      .selectFrom("verification")
      .selectAll()
      .where("token_hash", "=", hashSecret(token ?? ""))
      .execute();
    expect(rows).toHaveLength(1);
    const hashes = await world.owner
      .selectFrom("credential")
      .innerJoin("app_user", "app_user.id", "credential.user_id")
      .select("password_hash")
      .where("email", "=", email)
      .execute();
    expect(hashes[0]?.password_hash).toMatch(/^scrypt\$/);
    expect(JSON.stringify([rows, hashes])).not.toMatch(new RegExp(`${token}|${password}`));
  });

  it("refuses a sign-in until the address is confirmed, and says so only to who knows the password", async () => {
    const email = newEmail();
    done(await signUp(asGuest(world), form(email)));
    const right = await signIn(asGuest(world), { email, password, cookieHeader: null });
    const wrong = await signIn(asGuest(world), { email, password: "otra cosa", cookieHeader: null });
    expect([right, wrong]).toMatchObject([
      { refusal: { code: "email_not_verified" } },
      { refusal: { code: "invalid_credentials" } },
    ]);
  });

  it("says the same to somebody who has an account, mails them so, and changes nothing", async () => {
    const account = await newAccount(world);
    const answer = await signUp(asGuest(world), { ...form(account.email), name: "Otro Nombre" });
    expect(answer).toEqual({ ok: true, value: { email: account.email } });
    expect(await mailsTo(world, account.email)).toEqual(["already-registered"]);
    const kept = await world.owner
      .selectFrom("app_user")
      .select("name")
      .where("id", "=", account.userId)
      .executeTakeFirst();
    expect(kept?.name).toBe(account.name);
  });

  it("twice at once makes one account", async () => {
    const email = newEmail();
    await Promise.all([signUp(asGuest(world), form(email)), signUp(asGuest(world), form(email))]);
    const accounts = await world.owner.selectFrom("app_user").select("id").where("email", "=", email).execute();
    expect(accounts).toHaveLength(1);
  });
});

describe("confirming an address", () => {
  it("does not hand the account to somebody who signed up with another's address", async () => {
    const email = newEmail();
    const attackers = "el plan del atacante";
    done(await signUp(asGuest(world), { ...form(email), password: attackers }));
    const token = await mailedToken(world, email, "verify-email");
    // The owner of the address signs up too: the attacker's password is gone, and their link with it.
    done(await signUp(asGuest(world), form(email)));
    expect(await verify(token, attackers)).toMatchObject({ refusal: { code: "link_invalid" } });
    const newer = await mailedToken(world, email, "verify-email");
    expect(await verify(newer, attackers)).toMatchObject({ refusal: { code: "invalid_credentials" } });
    expect(await verify(newer)).toMatchObject({ ok: true });
  });

  it("works once, also for two at once", async () => {
    const email = newEmail();
    done(await signUp(asGuest(world), form(email)));
    const token = await mailedToken(world, email, "verify-email");
    const answers = await Promise.all([verify(token), verify(token)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await verify(token)).toMatchObject({ refusal: { code: "link_invalid" } });
  });

  it("refuses a link that is too old, and one that never was", async () => {
    const email = newEmail();
    done(await signUp(asGuest(world), form(email)));
    const token = await mailedToken(world, email, "verify-email");
    const tomorrow = world.later(asGuest(world), 24 * 3_600 + 1);
    const late = await verifyEmail(tomorrow, { token: token ?? "", password, cookieHeader: null });
    expect([late, await verify("x".repeat(43))]).toMatchObject([
      { refusal: { code: "link_invalid" } },
      { refusal: { code: "link_invalid" } },
    ]);
  });

  it("can be mailed again; a stranger learns nothing from asking", async () => {
    const [waiting, confirmed, unknown] = [newEmail(), (await newAccount(world)).email, newEmail()];
    done(await signUp(asGuest(world), form(waiting)));
    const answers = [];
    for (const email of [waiting, confirmed, unknown])
      answers.push(await resendVerification(asGuest(world), { email }));
    expect(answers).toEqual([waiting, confirmed, unknown].map((email) => ({ ok: true, value: { email } })));
    expect(await mailsTo(world, waiting)).toEqual(["verify-email", "verify-email"]);
    expect([await mailsTo(world, confirmed), await mailsTo(world, unknown)]).toEqual([[], []]);
  });
});

describe("mail that anybody can ask for", () => {
  it("stops after five an hour to one address, and says nothing of it", async () => {
    const email = newEmail();
    done(await signUp(asGuest(world), form(email)));
    for (let n = 0; n < 8; n++) expect(await resendVerification(asGuest(world), { email })).toMatchObject({ ok: true });
    expect(await mailsTo(world, email)).toHaveLength(5);
    const later = world.later(asGuest(world), 3_601);
    done(await resendVerification(later, { email }));
    expect(await mailsTo(world, email)).toHaveLength(6);
  });

  it("stops after thirty an hour from one place", async () => {
    for (let n = 0; n < 30; n++) done(await resendVerification(asGuest(world), { email: newEmail() }));
    await expect(resendVerification(asGuest(world), { email: newEmail() })).rejects.toBeInstanceOf(TooManyRequests);
    const elsewhere = asGuest(world);
    const other = { ...elsewhere, origin: { ...elsewhere.origin, ip: "198.51.100.4" } };
    expect(await resendVerification(other, { email: newEmail() })).toMatchObject({ ok: true });
  });
});

describe("an account for the holder of a mailed secret", () => {
  it("is confirmed and signed in at once", async () => {
    const email = newEmail();
    const browser = new Browser();
    browser.keep(done(await openAccount(asGuest(world), { ...form(email), cookieHeader: null })).cookies);
    expect((await browser.visitor(asGuest(world)))?.actor.email).toBe(email);
  });

  it("takes over what somebody else began with the address, with the new password", async () => {
    const email = newEmail();
    done(await signUp(asGuest(world), { ...form(email), password: "el plan del atacante" }));
    done(await openAccount(asGuest(world), { ...form(email), cookieHeader: null }));
    const signInWith = (typed: string) => signIn(asGuest(world), { email, password: typed, cookieHeader: null });
    expect(await signInWith("el plan del atacante")).toMatchObject({ refusal: { code: "invalid_credentials" } });
    expect(await signInWith(password)).toMatchObject({ ok: true });
    const { email: present } = await newAccount(world);
    expect(await openAccount(asGuest(world), { ...form(present), cookieHeader: null })).toMatchObject({
      refusal: { code: "already_registered" },
    });
  });
});

it("asks for a password that is not easy to guess", () => {
  const issues = (typed: string) =>
    signUpSchema.safeParse({ name: "Ana Torres", email: "ana@quinta.mx", password: typed }).error?.issues;
  expect(issues("corta")?.[0]).toMatchObject({ code: "too_small", minimum: 10 });
  expect(issues("anatorres2026")?.[0]).toMatchObject({ path: ["password"], params: { code: "weak_password" } });
  expect(issues("🌵🌮 picante y con limón")).toBeUndefined();
});
