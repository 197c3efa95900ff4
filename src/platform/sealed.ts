import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { config } from "./config";

/**
 * Seals a text that has to be read again, such as a link on its way to the outbox: AES-256-GCM under a key derived from
 * the installation's secret. What only has to be compared is hashed instead (kernel/secret.ts).
 */
export function seal(text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", hkdf(secrets()[0], "sealed"), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/**
 * Opens what `seal` made, under the secret of now or the one before (NEXTAUTH_SECRET_PREVIOUS); throws when it was altered,
 * or sealed under another.
 */
export function unseal(sealed: string): string {
  const [current, previous] = secrets();
  try {
    return unsealUnder(current, sealed);
  } catch (error) {
    if (previous === undefined) throw error;
    return unsealUnder(previous, sealed);
  }
}

function unsealUnder(secret: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", hkdf(secret, "sealed"), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** A text as it can be looked up and not read back: HMAC-SHA-256, for secrets too short for a plain hash. */
export function keyedHash(text: string): string {
  return keyedHashUnder(secrets()[0], text);
}

/** The hashes under which a text may have been stored: with the secret of now, and with the one before. */
export function keyedHashes(text: string): string[] {
  return secrets().map((secret) => keyedHashUnder(secret, text));
}

function keyedHashUnder(secret: string, text: string): string {
  return createHmac("sha256", hkdf(secret, "keyed-hash")).update(text).digest("hex");
}

/** The installation's secret, then the one that it replaced, if that is still given. */
function secrets(): [string] | [string, string] {
  const { authSecret, previousAuthSecret } = config();
  return previousAuthSecret === null ? [authSecret] : [authSecret, previousAuthSecret];
}

function hkdf(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `gestion-de-eventos/${purpose}`, 32));
}
