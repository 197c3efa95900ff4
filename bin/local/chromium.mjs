// @ts-check
import { existsSync } from "node:fs";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The Chromium to drive, as CHROMIUM_PATH says or in one of the usual places; null when there is none. */
export function findChromium() {
  const path = process.env.CHROMIUM_PATH || usual.find((place) => existsSync(place));
  return path && existsSync(path) ? path : null;
}
