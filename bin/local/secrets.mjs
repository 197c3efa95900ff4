// @ts-check
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const file = ".data/secrets.json";

/**
 * The secrets of this machine's own copy, made at the first start and kept with its data.
 * @returns {{ databasePassword: string, authSecret: string }}
 */
export function localSecrets() {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  if (existsSync(".data/postgres/PG_VERSION")) {
    throw new Error(
      `${file} is gone, and with it the password of the database in .data/postgres. ` +
        "Put it back from a copy, or remove .data/postgres to begin with a new demo.",
    );
  }
  const secrets = {
    databasePassword: randomBytes(24).toString("base64url"),
    authSecret: randomBytes(36).toString("base64url"),
  };
  mkdirSync(".data", { recursive: true });
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}
