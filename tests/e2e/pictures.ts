import { mkdirSync, rmSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, describe, it } from "vitest";
import { ask, forgetThatIdentityWasShown } from "./behind-the-screen";
import { openBrowser } from "./browser";
import { exampleOf } from "./examples";
import { wear } from "./look";
import { openOrganization } from "./organizations";
import { type PageToSee, pages, pathOf } from "./pages";
import { type Person, signIn, signUp, somebody } from "./people";
import { visit } from "./steps";

const out = "tests/e2e/out/pictures";
const browser = openBrowser();

// `npm run pictures`: every page as it looks on a desk and on a phone, light and dark, with everything and with nothing.
describe("pictures", { timeout: 600_000 }, () => {
  beforeAll(() => {
    rmSync(out, { recursive: true, force: true });
    mkdirSync("docs/pictures", { recursive: true });
  });

  it("of what guests see", async () => {
    await takeAll(
      "guest",
      async () => null,
      (one) => one.who === "guest",
    );
  });

  it("of a first minute", async () => {
    await takeAll(
      "newcomer",
      (page) => signUp(page, somebody("Nadia Robles")),
      (one) => one.who === "newcomer",
    );
  });

  it("of the demo", async () => {
    await takeAll("full", (page) => signIn(page, "owner"), isMembers);
  });

  it("of an organization that began today", async () => {
    const enter = (page: Page) => openOrganization(page, somebody("Begoña Ruelas"));
    await takeAll("empty", enter, (one) => isMembers(one) && !one.example);
  });

  it("for the README", async () => {
    const desk = await browser.desk({ viewport: { width: 1280, height: 830 } });
    await signIn(desk, "sales", `/calendar?date=${await aDayWithHolds()}`);
    await desk.mouse.move(0, 0);
    await wear(desk, "light");
    await desk.screenshot({ path: "docs/pictures/calendar.png" });
    const phone = await browser.phone({ deviceScaleFactor: 1.5 });
    await signIn(phone, "sales");
    await phone.screenshot({ path: "docs/pictures/home-phone.png" });
  });
});

async function takeAll(
  name: string,
  enter: (page: Page) => Promise<Person | null>,
  wanted: (one: PageToSee) => boolean,
) {
  const page = await browser.desk();
  const person = await enter(page);
  for (const one of pages.filter(wanted)) {
    if (one.later && person) await forgetThatIdentityWasShown(person.email);
    await visit(page, pathOf(one, await exampleOf(one)));
    const file = one.folder.replaceAll(/[()[\]]/g, "").replaceAll("/", "-");
    for (const [width, height] of [
      [1280, 800],
      [390, 844],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ["light", "dark"] as const) {
        await wear(page, colorScheme);
        await page.screenshot({ path: `${out}/${name}/${file}-${width}-${colorScheme}.png`, fullPage: true });
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  }
}

/** The demo shows there what a line of holds looks like. */
async function aDayWithHolds(): Promise<string> {
  const [event] = await ask(
    "select local_start::date::text as day from event where title = 'XV Fernanda' and status = 'tentative'",
  );
  return String(event?.day);
}

function isMembers({ who }: PageToSee): boolean {
  return who !== "guest" && who !== "newcomer";
}
