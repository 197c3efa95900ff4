import type { Refusal, Result } from "@/kernel/result";

/** Adds to a refusal with `retryAfter` the same wait in whole minutes, for its text. */
export function inMinutes<V, R extends Refusal>(result: Result<V, R>): Result<V, R & { minutes?: number }> {
  if (result.ok) return result;
  const { refusal } = result;
  const minutes = "retryAfter" in refusal ? Math.ceil(Number(refusal.retryAfter) / 60) : undefined;
  return { ok: false, refusal: minutes === undefined ? refusal : { ...refusal, minutes } };
}
