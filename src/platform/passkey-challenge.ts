import { randomBytes } from "node:crypto";
import { hashSecret } from "@/kernel/secret";
import type { Temporal } from "@/kernel/time";
import { config } from "./config";
import { keyValue } from "./redis";
import { seal, unseal } from "./sealed";

const minutesGood = 5;

/** Who we are to the browser: passkeys belong to this host name. */
export function relyingParty() {
  const { hostname, origin } = new URL(config().baseUrl);
  return { rpID: hostname, rpName: "Gestión de Eventos", origin };
}

/**
 * A challenge that carries its purpose and its end, sealed: nothing is stored until it is answered, so that showing the
 * sign-in page writes nothing.
 */
export function newChallenge(purpose: string, now: Temporal.Instant): Uint8Array<ArrayBuffer> {
  const endsAt = now.add({ minutes: minutesGood }).epochMilliseconds;
  return new TextEncoder().encode(seal(["challenge", purpose, endsAt, randomBytes(16).toString("hex")].join("|")));
}

/** Whether the challenge in the answer is one of ours, for this purpose, in time, and answered for the first time. */
export async function redeemChallenge(challenge: string, purpose: string, now: Temporal.Instant): Promise<boolean> {
  try {
    const [kind, wanted, endsAt] = unseal(Buffer.from(challenge, "base64url").toString("utf8")).split("|");
    if (kind !== "challenge" || wanted !== purpose || Number(endsAt) <= now.epochMilliseconds) return false;
  } catch {
    return false;
  }
  return (await keyValue().incrementWithin(`challenge:${hashSecret(challenge)}`, minutesGood * 60)) === 1;
}
