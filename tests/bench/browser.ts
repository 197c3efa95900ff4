import { type Browser, chromium } from "playwright-core";
import { median } from "./numbers";
import type { PageOnDisk } from "./pages";

/**
 * Milliseconds from the start of the navigation, in a browser that has nothing cached: `interactive` is when the page
 * has loaded and React answers on every button and field (infinite: not within 20 s). `bytes`: all JavaScript that came until then, as sent.
 */
export type PageTime = { path: string; interactive: number[]; bytes: number };

/** Opens each page `times` times in a new context. */
export async function measureTimes(
  executablePath: string,
  address: string,
  { pages, cookie, times }: { pages: readonly PageOnDisk[]; cookie: string; times: number },
): Promise<PageTime[]> {
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const first = pages[0];
    if (first) await visit(browser, address, first, cookie); // the browser's own first start is not the page's
    const measured: PageTime[] = [];
    for (const page of pages) {
      const visits: Visit[] = [];
      for (let turn = 0; turn < times; turn++) visits.push(await visit(browser, address, page, cookie));
      measured.push({
        path: page.path,
        interactive: visits.map(({ interactive }) => interactive),
        bytes: median(visits.map(({ bytes }) => bytes)),
      });
    }
    return measured;
  } finally {
    await browser.close();
  }
}

const patience = 20_000;

type Visit = { interactive: number; bytes: number };

async function visit(browser: Browser, address: string, page: PageOnDisk, cookie: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const [name = "", value = ""] = cookie.split("=");
    if (page.signedIn) await context.addCookies([{ name, value, url: address }]);
    const tab = await context.newPage();
    const sizes: Promise<number>[] = [];
    tab.on("requestfinished", (request) => {
      if (request.resourceType() !== "script") return;
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await tab.addInitScript({ content: noteWhenInteractive });
    await tab.goto(new URL(page.path, address).href, { waitUntil: "load" });
    const answering = tab.locator("html[data-interactive-at]");
    const noted = await answering.getAttribute("data-interactive-at", { timeout: patience }).catch(() => null);
    const interactive = noted === null ? Number.POSITIVE_INFINITY : Number(noted);
    return { interactive, bytes: (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) };
  } finally {
    await context.close();
  }
}

/**
 * Runs in the page. React leaves its props on the elements that it answers for; before, they are only HTML. As text,
 * because what runs this file would put calls into a function that the page does not know.
 */
const noteWhenInteractive = `
  requestAnimationFrame(function look() {
    const controls = [...document.querySelectorAll("body, body a, body button, body input:not([type=hidden])")];
    const answered = (element) => Object.keys(element).some((key) => key.startsWith("__reactProps$"));
    if (document.readyState === "complete" && controls.every(answered)) {
      document.documentElement.dataset.interactiveAt = String(performance.now());
    } else {
      requestAnimationFrame(look);
    }
  });
`;
