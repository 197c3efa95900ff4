// @ts-check
import { fileURLToPath } from "node:url";

/** @param {string} path */
const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What `@/` and `#tests/` stand for, for every configuration of the tests. */
export const alias = { "@": folder("./src"), "#tests": folder("./tests") };

/** This project's own folder. */
export const root = folder(".");
