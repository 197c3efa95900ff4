import { ok, type Result, refuse } from "@/kernel/result";
import { toDate } from "@/kernel/time";
import { matchTotp } from "@/kernel/totp";
import { forgiveAttempts, takeAttempt } from "@/platform/attempts";
import { logger } from "@/platform/logger";
import { unseal } from "@/platform/sealed";
import { type Ctx, reading, type Tx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizeAnyone } from "./authorize";
import { recoveryCodeHashes } from "./regenerate-recovery-codes";
import { attemptPolicy, lockouts, plainCode, secondStepCookie } from "./rules";
import type { CompleteTwoFactor } from "./schema";
import { letIn, type SignedIn } from "./sign-in";
import { accountOf, findPerson, findSecret, knownDevice, lockSecret, type Person, read, useUpSecret } from "./store";

export type CompleteTwoFactorRefusal =
  | { code: "challenge_expired" }
  | { code: "invalid_code" }
  | { code: "locked_out"; retryAfter: number };

/**
 * The second step of a sign-in: a code of the authenticator app, or one of the recovery codes. Neither counts twice:
 * not again within its half minute, and not for two requests at once.
 *
 * Refuses with `challenge_expired` (start again with the password), `invalid_code`, `locked_out` (seconds to wait).
 */
export async function completeTwoFactor(
  ctx: Ctx,
  input: CompleteTwoFactor,
): Promise<Result<SignedIn, CompleteTwoFactorRefusal>> {
  authorizeAnyone(ctx);
  const secret = read(input.cookieHeader, secondStepCookie);
  const person = secret === null ? null : await reading(ctx, (tx) => whose(tx, secret));
  if (secret === null || !person) return refuse({ code: "challenge_expired" });

  const budget = `second-step:${knownDevice(input.cookieHeader, person.id) ?? person.id}`;
  const attempt = await takeAttempt(budget, attemptPolicy(lockouts.secondStep), ctx.now);
  if (!attempt.allowed) return refuse({ code: "locked_out", retryAfter: attempt.retryAfter });

  const completed = await transaction(ctx, async (tx) => {
    const challenge = await lockSecret(tx, "two_factor", secret);
    if (!challenge) return refuse({ code: "challenge_expired" });
    const how = await acceptCode(tx, person.id, input.code);
    if (!how) return refuse({ code: "invalid_code" });
    await useUpSecret(tx, challenge.id);
    return ok(await letIn(tx, person, input.cookieHeader, how));
  });
  if (completed.ok) await forgiveAttempts(budget);
  else if (completed.refusal.code === "invalid_code") await recordFailure(ctx, person);
  return completed;
}

async function whose(tx: Tx, secret: string): Promise<Person | null> {
  const challenge = await findSecret(tx, "two_factor", secret);
  return challenge && findPerson(tx, { id: challenge.userId });
}

async function acceptCode(tx: Tx, userId: string, typed: string): Promise<"two_factor" | "recovery_code" | null> {
  const code = plainCode(typed);
  if (/^\d{6}$/.test(code)) return (await acceptTotp(tx, userId, code)) ? "two_factor" : null;
  return (await acceptRecoveryCode(tx, userId, code)) ? "recovery_code" : null;
}

/** Whether the code is the app's, now, and newer than the last one that counted. The update decides between two at once. */
export async function acceptTotp(tx: Tx, userId: string, code: string): Promise<boolean> {
  const held = await tx.db
    .selectFrom("two_factor")
    .select(["sealed_secret", "last_step"])
    .where("user_id", "=", userId)
    .executeTakeFirst();
  if (!held) return false;
  const secret = secretOf(held.sealed_secret);
  const step = secret && matchTotp(secret, code, tx.now, Number(held.last_step));
  if (step === null) return false;
  const { numUpdatedRows } = await tx.db
    .updateTable("two_factor")
    .set({ last_step: BigInt(step) })
    .where("user_id", "=", userId)
    .where("last_step", "<", BigInt(step))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Null when it was sealed under another NEXTAUTH_SECRET: no code can match it any more (docs/decisions/0003). */
function secretOf(sealed: string): Buffer | null {
  try {
    return Buffer.from(unseal(sealed), "base64url");
  } catch {
    logger.error("A second step was sealed under another NEXTAUTH_SECRET");
    return null;
  }
}

async function acceptRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("recovery_code")
    .set({ used_at: toDate(tx.now) })
    .where("user_id", "=", userId)
    .where("code_hash", "in", recoveryCodeHashes(userId, code))
    .where("used_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function recordFailure(ctx: Ctx, person: Person): Promise<void> {
  logger.warn({ account: person.email, ip: ctx.origin.ip }, "Login failed: wrong second step");
  await transaction(ctx, async (tx) => {
    await auditInEveryPlace(tx, person.id, "account.second_step_failed", accountOf(person));
    return ok(null);
  });
}
