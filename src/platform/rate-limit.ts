import { createHash } from "node:crypto";
import type { Temporal } from "@/kernel/time";
import { keyValue } from "./redis";

export type Limit = { limit: number; windowSeconds: number; now: Temporal.Instant };

/** `remaining` after this one; `resetSeconds` (1 or more) until the count starts again. For the RateLimit headers. */
export type LimitAnswer = { allowed: boolean; limit: number; remaining: number; resetSeconds: number };

/**
 * Counts one more of `name` by `key` (an address, an account, an API key), and says whether it may go on.
 *
 * Fixed windows that begin at multiples of `windowSeconds` of the clock. In one window at most `limit` are allowed,
 * however many ask at once and on however many replicas; across the border of two windows at most twice `limit` within
 * `windowSeconds`. Refused ones count too and do not move the window, so waiting `resetSeconds` always helps.
 * While Redis is away each process counts for itself. Keys are hashed: Redis holds no address and no e-mail.
 */
export async function limit(name: string, key: string, { limit, windowSeconds, now }: Limit): Promise<LimitAnswer> {
  const seconds = Math.floor(now.epochMilliseconds / 1_000);
  const window = Math.floor(seconds / windowSeconds);
  const hashed = createHash("sha256").update(key).digest("base64url").slice(0, 22);
  const count = await keyValue().incrementWithin(`limit:${name}:${hashed}:${window}`, windowSeconds);
  return {
    allowed: count <= limit,
    limit,
    remaining: Math.max(0, limit - count),
    resetSeconds: (window + 1) * windowSeconds - seconds,
  };
}
