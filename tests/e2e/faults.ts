import type { Page } from "playwright-core";

const faultsOf = new WeakMap<Page, string[]>();

/** Notes what goes wrong in the page from now on; a breach of its content security policy is an error of the console. */
export function watchForFaults(page: Page): void {
  const faults: string[] = [];
  faultsOf.set(page, faults);
  page.on("pageerror", (error) => faults.push(`error in a script: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" && !message.text().includes("Content Security Policy")) return;
    faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500)
      faults.push(`${response.status()} for ${response.request().method()} ${response.url()}`);
  });
}

/** What went wrong in the page since the last time that somebody asked. */
export function takeFaults(page: Page): string[] {
  return faultsOf.get(page)?.splice(0) ?? [];
}

/** Takes out what the test meant to happen, such as the browser's line about a page that is forbidden. */
export function forgive(page: Page, expected: RegExp): void {
  const faults = faultsOf.get(page) ?? [];
  const others = faults.filter((fault) => !expected.test(fault));
  if (others.length === faults.length)
    throw new Error(`Nothing like ${expected} went wrong: ${faults.join("; ") || "no fault"}`);
  faults.splice(0, faults.length, ...others);
}
