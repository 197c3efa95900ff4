import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from "vitest";
import { takeFaults, watchForFaults } from "./faults";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--lang=es-MX", // for what the browser itself draws, such as the fields of dates
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const screens = {
  desk: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
} satisfies Record<string, BrowserContextOptions>;

/** What people open pages with: each call is another person's browser, with cookies and a network address of its own. */
export type Browsers = {
  desk: (options?: BrowserContextOptions) => Promise<Page>;
  phone: (options?: BrowserContextOptions) => Promise<Page>;
};

/**
 * A Chromium with an empty profile for the tests of a file. After each test every page must be free of faults: errors of
 * its scripts or in its console, breaches of its content security policy, answers with 5xx.
 */
export function openBrowser(): Browsers {
  let browser: Browser;
  const pages: Page[] = [];
  const open = async (screen: keyof typeof screens, options: BrowserContextOptions = {}) => {
    const page = await openPage(browser, { ...screens[screen], ...options });
    pages.push(page);
    return page;
  };
  beforeAll(async () => {
    browser = await launchChromium();
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(({ task }) => keepPictures(pages, task.name));
  });
  afterEach(() => {
    expect(pages.flatMap(takeFaults)).toEqual([]);
  });
  afterAll(() => browser?.close());
  return { desk: (options) => open("desk", options), phone: (options) => open("phone", options) };
}

/** Debian's Chromium, or the one that CHROMIUM_PATH names. */
function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium", args });
}

/** A page in a browser context of its own, as somebody in Mexico has it. */
async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    baseURL: inject("app").address,
    locale: "es-MX",
    timezoneId: "America/Mexico_City",
    reducedMotion: "reduce",
    extraHTTPHeaders: { "x-forwarded-for": someAddress() },
    ...options,
  });
  context.setDefaultTimeout(15_000);
  context.setDefaultNavigationTimeout(30_000);
  const page = await context.newPage();
  watchForFaults(page);
  return page;
}

let opened = 0;

/** Of the block for benchmarks (RFC 2544), so that it is nobody's. */
function someAddress(): string {
  opened += 1;
  return `198.18.${process.pid % 256}.${opened % 256}`;
}

async function keepPictures(pages: readonly Page[], test: string): Promise<void> {
  const name = test.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60);
  for (const [index, page] of pages.entries()) {
    if (!page.isClosed()) await page.screenshot({ path: `tests/e2e/out/failed/${name}-${index}.png` }).catch(() => {});
  }
}
