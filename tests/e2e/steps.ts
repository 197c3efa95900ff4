import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** Opens a page of ours and waits until it answers to the mouse; gives the status of the answer. */
export async function visit(page: Page, path: string): Promise<number> {
  const response = await page.goto(path);
  await answers(page);
  return response?.status() ?? 0;
}

/** Waits until React answers for every button and field of the page: before, they are only HTML. */
async function answers(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const controls = [...document.querySelectorAll("main a, main button, main input:not([type=hidden])")];
    return (
      document.readyState === "complete" &&
      controls.every((element) => Object.keys(element).some((key) => key.startsWith("__reactProps$")))
    );
  });
}

/** Waits until the page is at this path. */
export async function arriveAt(page: Page, path: string | RegExp): Promise<void> {
  const isThere = (url: URL) => (typeof path === "string" ? url.pathname === path : path.test(url.pathname));
  await page.waitForURL(isThere, { waitUntil: "load" });
  await answers(page);
}

/** Waits until the text is on the screen. */
export async function see(page: Page | Locator, text: string | RegExp): Promise<void> {
  await page.getByText(text).locator("visible=true").first().waitFor();
}

/** The text is nowhere on the screen once the page has settled. */
export async function seeNo(page: Page | Locator, text: string | RegExp): Promise<void> {
  await expect.poll(() => page.getByText(text).locator("visible=true").count()).toBe(0);
}

/** Presses the button or link of this name. */
export async function press(page: Page | Locator, name: string | RegExp): Promise<void> {
  const pressable = page.getByRole("button", { name, exact: typeof name === "string" });
  const link = page.getByRole("link", { name, exact: typeof name === "string" });
  await pressable.or(link).locator("visible=true").first().click();
}

/** Writes into the field of this label. */
export async function write(page: Page | Locator, label: string | RegExp, text: string): Promise<void> {
  await page.getByLabel(label).locator("visible=true").first().fill(text);
}
