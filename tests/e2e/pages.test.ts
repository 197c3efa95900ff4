import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { quinta } from "@/demo/cast";
import { type Permission, permissions, rolesAllow } from "@/features/identity/permissions";
import { roles } from "@/kernel/actor";
import { forgetThatIdentityWasShown } from "./behind-the-screen";
import { openBrowser } from "./browser";
import { exampleOf } from "./examples";
import { expectKeyboardReaches, expectNoAxeFindings, expectNoHorizontalScroll, wear } from "./look";
import { openOrganization } from "./organizations";
import { foldersOnDisk, type PageToSee, pages, pathOf } from "./pages";
import { actIn, type Person, signIn, signUp, somebody } from "./people";
import { visit } from "./steps";

const browser = openBrowser();

describe("the list of pages", () => {
  it("has every page on disk, and no other", () => {
    expect(pages.map(({ folder }) => folder).sort()).toEqual(foldersOnDisk());
  });
});

/** How people meet the pages: as a guest, on the first minute, with everything of the demo, with next to nothing. */
const states = {
  "as a guest": { whose: (who: string) => who === "guest", enter: async () => null },
  "as a newcomer": {
    whose: (who: string) => who === "newcomer",
    enter: (page: Page) => signUp(page, somebody("Nadia Robles")),
  },
  "in the demo": { whose: isMembers, enter: (page: Page) => signIn(page, "owner") },
  "in an organization that began today": {
    whose: isMembers,
    enter: (page: Page) => openOrganization(page, somebody("Begoña Ruelas")),
  },
};

describe.each(Object.entries(states))("each page %s", (state, { whose, enter }) => {
  let page: Page;
  let person: Person | null;
  beforeAll(async () => {
    page = await browser.desk();
    person = await enter(page);
  }, 120_000);

  const seen = pages.filter(
    ({ who, example }) => whose(who) && (state !== "in an organization that began today" || !example),
  );
  it.each(seen.map((one) => [one.folder || "home", one] as const))("%s", async (_folder, one) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await wear(page, "light");
    if (one.later && person) await forgetThatIdentityWasShown(person.email);
    expect(await visit(page, pathOf(one, await exampleOf(one)))).toBe(200);
    expect(await page.title()).toMatch(/^\S.+ · Gestión de Eventos$/);
    expect(await page.locator("h1").count()).toBe(1);
    await expectNoAxeFindings(page);
    await expectKeyboardReaches(page, one.main);
    await wear(page, "dark");
    await expectNoAxeFindings(page);
    for (const [width, height] of [
      [640, 400],
      [390, 844],
      [320, 640],
    ] as const) {
      await page.setViewportSize({ width, height }); // 640 px: a desk at 200 %
      await expectNoHorizontalScroll(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await wear(page, "light");
    await expectNoAxeFindings(page);
  });
});

describe.each(roles)("the role %s", (role) => {
  let page: Page;
  let person: Person;
  beforeAll(async () => {
    page = await browser.desk();
    person = await signIn(page, role);
    await actIn(page, quinta.name);
  });
  const mayOpen = ({ who }: PageToSee) => who === "person" || (isPermission(who) && rolesAllow([role], who));

  it("opens the pages that it may, and no other by their address", async () => {
    const answers: [string, number][] = [];
    const expected: [string, number][] = [];
    for (const one of pages.filter(({ who }) => isMembers(who))) {
      const path = pathOf(one, await exampleOf(one));
      if (one.later) await forgetThatIdentityWasShown(person.email);
      answers.push([path, (await page.request.get(path, { maxRedirects: 0 })).status()]);
      expected.push([path, mayOpen(one) ? 200 : 403]);
    }
    expect(answers).toEqual(expected);
  });

  it("is shown no link that leads to a refusal", async () => {
    const links = new Set<string>();
    for (const one of pages.filter((one) => !one.example && mayOpen(one))) {
      const html = await (await page.request.get(pathOf(one))).text();
      for (const [, href = ""] of html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g))
        links.add(href.replaceAll("&amp;", "&"));
    }
    const dead: [string, number][] = [];
    expect(links.size).toBeGreaterThan(5);
    for (const href of sampleOf(links)) {
      const status = (await page.request.get(href)).status();
      if (status !== 200) dead.push([href, status]);
    }
    expect(dead).toEqual([]);
  });
});

/** Of links that differ only in what they show, such as the days of the calendar, three. */
function sampleOf(links: Iterable<string>): string[] {
  const seen = new Map<string, number>();
  return [...links].filter((href) => {
    const kind = href.replaceAll(/[0-9a-f-]{36}|=[^&]*/g, "*");
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= 3;
  });
}

function isMembers(who: string): boolean {
  return who !== "guest" && who !== "newcomer";
}

function isPermission(who: string): who is Permission {
  return who in permissions;
}
