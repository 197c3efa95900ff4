import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Light or dark, and drawn so to the last transition. */
export async function wear(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** WCAG 2.2 A and AA, and axe's own good practice: nothing may be found. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  // A mail is shown in a frame where no script may run, so axe cannot either.
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
  const findings = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) => `${id}: ${help} | ${node.html.slice(0, 160)} | ${node.any[0]?.message ?? node.all[0]?.message ?? ""}`,
    ),
  );
  expect(findings, `axe on ${page.url()}`).toEqual([]);
}

/** Nobody has to scroll sideways; what is wider than the window is named. */
export async function expectNoHorizontalScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    const names = beyond.map((element) => `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 120));
    return [`${scrollWidth} px wide in ${clientWidth} px`, ...names.slice(0, 8)];
  });
  expect(wide, `sideways scroll on ${page.url()}`).toEqual([]);
}

/** With the Tab key alone: everything on the way shows that it has the focus, and the main action is reached. */
export async function expectKeyboardReaches(page: Page, main: string | RegExp): Promise<void> {
  await page.locator("body").focus();
  const passed: string[] = [];
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(describeFocus);
    if (focused === null) break;
    const { name, isShown } = focused;
    expect(isShown, `the focus is seen on "${name}" of ${page.url()}`).toBe(true);
    if (typeof main === "string" ? name === main : main.test(name)) return;
    passed.push(name);
  }
  throw new Error(`The Tab key never came to ${main} on ${page.url()}, only to: ${passed.join(" | ")}`);
}

/** Runs in the page: what has the focus, and whether that can be seen, if need be after it has moved into place. */
async function describeFocus(): Promise<{ name: string; isShown: boolean } | null> {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const labelledBy = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
  const labels = labelledBy.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  const own = "labels" in element && element.labels instanceof NodeList ? element.labels[0]?.textContent : "";
  const names = [element.getAttribute("aria-label"), labels, own, element.textContent, element.outerHTML.slice(0, 100)];
  const name = names.map((text) => text?.trim()).find(Boolean) ?? "";
  // Of a choice that is drawn by its label, the label shows the focus.
  const drawn = [element, element.nextElementSibling, element.closest("label"), element.parentElement];
  const isMarked = (one: Element | null) =>
    one !== null &&
    getComputedStyle(one).outlineStyle !== "none" &&
    Number.parseFloat(getComputedStyle(one).outlineWidth) >= 1;
  const isInside = () => {
    const { top, right, bottom, left } = element.getBoundingClientRect();
    return bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  };
  for (let frame = 0; frame < 60; frame++) {
    if (drawn.some(isMarked) && isInside()) return { name, isShown: true };
    await new Promise(requestAnimationFrame);
  }
  return { name, isShown: false };
}
