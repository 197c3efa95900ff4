import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A new secret of 256 random bits, URL-safe. Shown or sent once; only its hash is stored. */
export function newSecret(prefix = ""): string {
  return prefix + randomBytes(32).toString("base64url");
}

/** SHA-256 in hex: enough for secrets of 128 bits and more, which need no slow hash (ASVS 5.0, 11.4). */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Compares without telling by the time taken where the texts differ. */
export function sameSecret(a: string, b: string): boolean {
  const left = createHash("sha256").update(a).digest();
  const right = createHash("sha256").update(b).digest();
  return timingSafeEqual(left, right);
}
