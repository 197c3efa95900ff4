import { systemNow } from "@/kernel/time";
import { totpCode, totpStep } from "@/kernel/totp";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * The code that an authenticator app shows for the secret, as it is written on the screen. A code counts once, so
 * whoever needs another at once asks for the next one: the server lets clocks differ by one step.
 */
export function codeFor(secret: string, step: "now" | "next" = "now"): string {
  return totpCode(fromBase32(secret), totpStep(systemNow()) + (step === "next" ? 1 : 0));
}

function fromBase32(text: string): Buffer {
  const digits = [...text.toUpperCase()].filter((digit) => alphabet.includes(digit));
  const bits = digits.map((digit) => alphabet.indexOf(digit).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
