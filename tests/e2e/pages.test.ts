import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { permissions, rolesAllow } from "@/features/identity/permissions";
import { roles } from "@/kernel/actor";
import { openBrowser } from "./browser";
import { exampleOf } from "./examples";
import { expectKeyboardReaches, expectNoAxeFindings, expectNoHorizontalScroll } from "./look";
import { openOrganization } from "./organizations";
import { foldersOnDisk, type PageToSee, pages, pathOf } from "./pages";
import { signIn, somebody } from "./people";
import { visit } from "./steps";

const browser = openBrowser();

describe("the list of pages", () => {
  it("has every page on disk, and no other", () => {
    expect(pages.map(({ folder }) => folder).sort()).toEqual(foldersOnDisk());
  });
});

describe.each(["as a guest", "in the demo", "in an organization that began today"] as const)(
  "each page %s",
  (state) => {
    let page: Page;
    beforeAll(async () => {
      page = await browser.desk();
      if (state === "in the demo") await signIn(page, "owner");
      if (state === "in an organization that began today") await openOrganization(page, somebody("Begoña Ruelas"));
    }, 120_000);

    const seen = pages.filter(({ who, example }) =>
      state === "as a guest" ? who === "guest" : who !== "guest" && (state === "in the demo" || !example),
    );
    it.each(seen.map((one) => [one.folder, one] as const))("%s", async (_folder, one) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: "light" });
      expect(await visit(page, pathOf(one, await exampleOf(one)))).toBe(200);
      expect(await page.title()).toMatch(/\p{L}{3,}.* · Gestión de Eventos$|^Gestión de Eventos$/u);
      expect(await page.locator("h1").count()).toBe(1);
      await expectNoAxeFindings(page);
      await expectKeyboardReaches(page, one.main);
      await page.emulateMedia({ colorScheme: "dark" });
      await expectNoAxeFindings(page);
      for (const width of [640, 390, 320]) {
        await page.setViewportSize({ width, height: width === 640 ? 400 : 844 }); // 640 px: a desk at 200 %
        await expectNoHorizontalScroll(page);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      await page.emulateMedia({ colorScheme: "light" });
      await expectNoAxeFindings(page);
    });
  },
);

describe.each(roles)("the role %s", (role) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.desk();
    await signIn(page, role);
  });
  const mayOpen = (one: PageToSee) =>
    !(one.who in permissions) || rolesAllow([role], one.who as keyof typeof permissions);

  it("opens the pages that it may, and no other by their address", async () => {
    const answers: [string, number][] = [];
    const expected: [string, number][] = [];
    for (const one of pages.filter(({ who }) => who !== "guest")) {
      const path = pathOf(one, await exampleOf(one));
      answers.push([path, (await page.request.get(path, { maxRedirects: 0 })).status()]);
      expected.push([path, mayOpen(one) ? 200 : 403]);
    }
    expect(answers).toEqual(expected);
  });

  it("is shown no link that leads to a refusal", async () => {
    const links = new Set<string>();
    for (const one of pages.filter((shown) => shown.who !== "guest" && !shown.example && mayOpen(shown))) {
      await visit(page, pathOf(one));
      const hrefs = await page
        .locator("a[href^='/']")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      for (const href of hrefs)
        if (href && !/^\/(calendar|settings\/\w+)\?/.test(href)) links.add(href.replace(/#.*/, ""));
    }
    const dead: [string, number][] = [];
    for (const href of links) {
      const status = (await page.request.get(href)).status();
      if (status !== 200) dead.push([href, status]);
    }
    expect(dead).toEqual([]);
  });
});
