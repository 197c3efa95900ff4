import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { config } from "./config";

/**
 * Seals a text that has to be read again, such as a link on its way to the outbox: AES-256-GCM under a key derived from
 * the installation's secret. What only has to be compared is hashed instead (kernel/secret.ts).
 */
export function seal(text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Opens what `seal` made; throws when it was altered, or sealed under another secret. */
export function unseal(sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** A text as it can be looked up and not read back: HMAC-SHA-256, for secrets too short for a plain hash. */
export function keyedHash(text: string): string {
  return createHmac("sha256", hkdf("keyed-hash")).update(text).digest("hex");
}

function key(): Buffer {
  return hkdf("sealed");
}

function hkdf(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", config().authSecret, "", `gestion-de-eventos/${purpose}`, 32));
}
