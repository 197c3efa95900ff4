import { describe, expect, it } from "vitest";
import { Browser, joinAs, newAccount, openAccountWorld, password, signedIn, signInAs } from "#tests/factories/accounts";
import { done } from "#tests/factories/venues";
import { asGuest, newOrganization } from "#tests/factories/world";
import { newId } from "@/kernel/id";
import { fromDate } from "@/kernel/time";
import { jobs } from "./jobs";
import { listOwnPlaces, listSessions } from "./queries";
import { revokeOtherSessions } from "./revoke-other-sessions";
import { revokeSession } from "./revoke-session";
import { signIn } from "./sign-in";
import { switchOrganization } from "./switch-organization";

const world = openAccountWorld();
const day = 86_400;

describe("a session", () => {
  it("lives while it is used, and ends after 14 days without", async () => {
    const { browser, guest } = await signedIn(world);
    let ctx = guest;
    for (let n = 0; n < 5; n++) {
      ctx = world.later(ctx, 13 * day);
      expect(await browser.visitor(ctx)).not.toBeNull();
    }
    expect(await browser.visitor(world.later(ctx, 14 * day + 1))).toBeNull();
  });

  it("ends after 90 days, however much it is used", async () => {
    const { browser, guest } = await signedIn(world);
    let ctx = guest;
    for (let n = 0; n < 8; n++) {
      ctx = world.later(ctx, 11 * day);
      expect(await browser.visitor(ctx)).not.toBeNull();
    }
    expect(await browser.visitor(world.later(ctx, 2 * day + 1))).toBeNull();
  });

  it("is written to every five minutes at most", async () => {
    const { browser, guest, account } = await signedIn(world);
    const lastSeen = async () => {
      const row = await world.owner
        .selectFrom("session")
        .select("last_seen_at")
        .where("user_id", "=", account.userId)
        .executeTakeFirstOrThrow();
      return fromDate(row.last_seen_at);
    };
    const soon = world.later(guest, 299);
    await browser.visitor(soon);
    expect(await lastSeen()).toEqual(guest.now);
    const late = world.later(soon, 1);
    await browser.visitor(late);
    expect(await lastSeen()).toEqual(late.now);
  });

  it("is thrown away once it is over", async () => {
    const { guest, account } = await signedIn(world);
    const system = { kind: "system", organizationId: newId(), job: "purge-sign-ins" } as const;
    const rows = () => world.owner.selectFrom("session").select("id").where("user_id", "=", account.userId).execute();
    await jobs["purge-sign-ins"]({ ...guest, actor: system });
    expect(await rows()).toHaveLength(1);
    await jobs["purge-sign-ins"]({ ...world.later(guest, 15 * day), actor: system });
    expect(await rows()).toHaveLength(0);
  });
});

describe("where one is signed in", () => {
  it("is listed with device and address, this one first", async () => {
    const { account, ctx, guest } = await signedIn(world);
    const userAgent = "Mozilla/5.0 (Linux; Android 14) Chrome/130.0.0.0 Mobile Safari/537.36";
    const phone = { ...world.later(guest, 60), origin: { ...guest.origin, userAgent, ip: "198.51.100.9" } };
    done(await signIn(phone, { email: account.email, password, cookieHeader: null }));
    expect(await listSessions({ ...ctx, now: phone.now })).toMatchObject([
      { isThisOne: true, ip: "203.0.113.7" },
      { isThisOne: false, browser: "Chrome", system: "Android", ip: "198.51.100.9" },
    ]);
  });

  it("can be ended one by one, or everywhere else at once", async () => {
    const { account, ctx, browser, guest } = await signedIn(world);
    const others = [await signInAs(world, account), await signInAs(world, account), await signInAs(world, account)];
    done(await revokeSession(ctx, { sessionId: others[0]?.ctx.actor.sessionId ?? "" }));
    const seen = async () => Promise.all(others.map(async (other) => (await other.browser.visitor(guest)) !== null));
    expect(await seen()).toEqual([false, true, true]);
    done(await revokeOtherSessions(ctx));
    expect(await seen()).toEqual([false, false, false]);
    expect(await browser.visitor(guest)).not.toBeNull();
  });

  it("is nobody else's business: another's session is not found, and stays", async () => {
    const [mine, theirs] = [await signedIn(world), await signedIn(world)];
    const sessionId = theirs.ctx.actor.sessionId;
    await expect(revokeSession(mine.ctx, { sessionId })).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeSession(mine.ctx, { sessionId: newId() })).rejects.toMatchObject({ code: "not_found" });
    expect(await theirs.browser.visitor(theirs.guest)).not.toBeNull();
    expect(await listSessions(mine.ctx)).toHaveLength(1);
  });
});

describe("the place one acts in", () => {
  async function inTwoPlaces() {
    const [first, second] = [await newOrganization(world, "Alhelí"), await newOrganization(world, "Bugambilia")];
    const account = await newAccount(world);
    await joinAs(world, first.id, account.userId, "sales");
    await joinAs(world, second.id, account.userId, "owner");
    return { first, second, account, ...(await signInAs(world, account)) };
  }

  it("is the oldest, until another is chosen; the next sign-in goes where one was", async () => {
    const { first, second, account, browser, ctx, guest } = await inTwoPlaces();
    expect(ctx.actor).toMatchObject({ organizationId: first.id, roles: ["sales"] });
    expect((await listOwnPlaces(ctx)).map((place) => place.name)).toEqual(["Alhelí", "Bugambilia"]);
    done(await switchOrganization(ctx, { organizationId: second.id }));
    const visitor = await browser.visitor(guest);
    expect(visitor?.actor).toMatchObject({ organizationId: second.id, roles: ["owner"] });
    expect(visitor?.organization).toMatchObject({ name: "Bugambilia", country: "MX", timeZone: "America/Mexico_City" });
    expect((await signInAs(world, account)).ctx.actor.organizationId).toBe(second.id);
  });

  it("is never one where the person is no member", async () => {
    const { ctx, browser, guest, first } = await inTwoPlaces();
    const foreign = await newOrganization(world);
    await expect(switchOrganization(ctx, { organizationId: foreign.id })).rejects.toMatchObject({ code: "not_found" });
    await world.owner
      .updateTable("session")
      .set({ active_organization_id: foreign.id })
      .where("id", "=", ctx.actor.sessionId)
      .execute();
    expect((await browser.visitor(guest))?.actor.organizationId).toBe(first.id);
  });

  it("falls back when the membership ends, or the organization closes", async () => {
    const { ctx, browser, guest, first, second } = await inTwoPlaces();
    done(await switchOrganization(ctx, { organizationId: second.id }));
    await world.owner.updateTable("organization").set({ closed_at: new Date() }).where("id", "=", second.id).execute();
    expect((await browser.visitor(guest))?.actor.organizationId).toBe(first.id);
    await world.owner.deleteFrom("member").where("user_id", "=", ctx.actor.userId).execute();
    expect((await browser.visitor(guest))?.actor).toMatchObject({ organizationId: null, memberId: null, roles: [] });
  });
});

it("asks the database once a request", async () => {
  const { browser, guest } = await signedIn(world);
  let statements = 0;
  const counting = guest.db.withPlugin({
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  expect(await browser.visitor({ ...guest, db: counting })).not.toBeNull();
  expect(statements).toBe(1);
  expect(await new Browser().visitor({ ...asGuest(world), db: counting })).toBeNull();
  expect(statements).toBe(1);
});
