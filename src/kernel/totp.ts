import { createHmac } from "node:crypto";
import { sameSecret } from "./secret";
import type { Temporal } from "./time";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const secondsPerStep = 30;

/** The code of a time step: RFC 6238 with HMAC-SHA-1 and six digits, which is what every authenticator app can do. */
export function totpCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

/** The 30-second step of an instant. */
export function totpStep(now: Temporal.Instant): number {
  return Math.floor(now.epochMilliseconds / 1_000 / secondsPerStep);
}

/**
 * The step whose code this is, or null. One step early or late is let through for clocks that differ (RFC 6238, 5.2);
 * whoever accepts it stores the step, and passes it as `after` next time, so that no code counts twice.
 */
export function matchTotp(secret: Buffer, code: string, now: Temporal.Instant, after: number): number | null {
  const current = totpStep(now);
  const steps = [current - 1, current, current + 1].filter((step) => step > after);
  return steps.find((step) => sameSecret(totpCode(secret, step), code)) ?? null;
}

/** What the authenticator app reads from the QR code. */
export function totpUri(secret: Buffer, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const parameters = new URLSearchParams({
    secret: base32(secret),
    issuer,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
  return `otpauth://totp/${label}?${parameters.toString().replaceAll("+", "%20")}`;
}

/** RFC 4648 base32 without padding: to be typed by hand. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, "0"), 2)]).join("");
}
