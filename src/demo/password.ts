import { randomInt } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const file = ".data/demo-password";
const letters = "abcdefghjkmnpqrstuvwxyz23456789"; // none that looks like another

/** The password of the demo's accounts: DEMO_PASSWORD, or one made for this installation and kept in .data. */
export function demoPassword(): string {
  const given = process.env.DEMO_PASSWORD;
  if (given) return given;
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const made = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("");
  const readable = made.replaceAll(/(.{4})(?=.)/g, "$1-");
  mkdirSync(".data", { recursive: true });
  writeFileSync(file, `${readable}\n`, { mode: 0o600 });
  return readable;
}
