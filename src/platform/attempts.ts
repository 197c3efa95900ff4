import { createHash } from "node:crypto";
import type { Temporal } from "@/kernel/time";
import { keyValue } from "./redis";

/** `delayAfter(n)`: seconds to wait after the n-th attempt of the window; 0 lets the next one follow at once. */
export type AttemptPolicy = { windowSeconds: number; delayAfter: (attempt: number) => number };

/** `delaySeconds`: what the next attempt will have to wait if this one fails too. `retryAfter`: seconds. */
export type Attempt = { allowed: true; number: number; delaySeconds: number } | { allowed: false; retryAfter: number };

/**
 * Asks for one attempt at a secret, such as a password, before it is compared. Once the policy asks for a wait, one
 * attempt passes per wait, however many arrive at the same moment; those refused during it do not make it longer.
 */
export async function takeAttempt(key: string, policy: AttemptPolicy, now: Temporal.Instant): Promise<Attempt> {
  const names = namesOf(key);
  const wait = await waitBefore(key, now);
  if (wait > 0) return { allowed: false, retryAfter: wait };
  const number = await keyValue().incrementWithin(names.count, policy.windowSeconds);
  const delaySeconds = policy.delayAfter(number);
  if (delaySeconds === 0) return { allowed: true, number, delaySeconds };
  const turn = await keyValue().incrementWithin(names.turn, delaySeconds);
  if (turn > 1) return { allowed: false, retryAfter: delaySeconds };
  await keyValue().set(names.until, String(now.epochMilliseconds + delaySeconds * 1_000), delaySeconds);
  return { allowed: true, number, delaySeconds };
}

/** Seconds until the next attempt may be made; 0 is now. */
export async function waitBefore(key: string, now: Temporal.Instant): Promise<number> {
  const until = Number((await keyValue().get(namesOf(key).until)) ?? 0);
  return Math.max(0, Math.ceil((until - now.epochMilliseconds) / 1_000));
}

/** The secret was right: attempts start from zero. */
export async function forgiveAttempts(key: string): Promise<void> {
  const { count, turn, until } = namesOf(key);
  await Promise.all([count, turn, until].map((name) => keyValue().delete(name)));
}

/** Hashed, so that Redis holds no address and no e-mail. */
function namesOf(key: string) {
  const hashed = createHash("sha256").update(key).digest("base64url").slice(0, 22);
  return { count: `attempts:${hashed}:count`, turn: `attempts:${hashed}:turn`, until: `attempts:${hashed}:until` };
}
