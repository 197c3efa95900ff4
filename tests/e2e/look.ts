import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** WCAG 2.2 A and AA, and axe's own good practice: nothing may be found. */
export async function expectNoAxeFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
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
