import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { forgiveAttempts, takeAttempt, waitBefore } from "@/platform/attempts";
import { logger } from "@/platform/logger";
import { hashPassword, isOutdatedHash, verifyPassword } from "@/platform/password-hash";
import { type Ctx, reading, type Tx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { queueAccountMessage } from "../messages/queue-account-message";
import { authorizeAnyone } from "./authorize";
import { attemptPolicy, type Lockout, lockouts } from "./rules";
import type { WithCookies } from "./schema";
import { accountOf, findPerson, knownDevice, linkTo, type Person, recipientOf } from "./store";

export type CheckPassword = { email: string; password: string } & WithCookies;
export type CheckPasswordRefusal = { code: "invalid_credentials" } | { code: "locked_out"; retryAfter: number };

/**
 * Says whose e-mail and password these are. Each caller goes on from there: sign-in, confirming an address, showing
 * again who one is. Refuses with `invalid_credentials`, the same and after the same work whether the account exists
 * or not, and `locked_out` (seconds to wait): see `lockouts` in rules.ts. A failure is logged, and in the trail.
 */
export async function checkPassword(ctx: Ctx, input: CheckPassword): Promise<Result<Person, CheckPasswordRefusal>> {
  authorizeAnyone(ctx);
  const found = await reading(ctx, (tx) => findAccount(tx, input.email));
  const device = found && knownDevice(input.cookieHeader, found.person.id);
  const budget = device ? `device:${device}` : `account:${input.email}`;
  const lockout: Lockout = device ? lockouts.knownDevice : lockouts.unknownDevice;
  const address = `address:${ctx.origin.ip ?? "unknown"}`;

  const addressWait = device ? 0 : await waitBefore(address, ctx.now);
  if (addressWait > 0) return refuse({ code: "locked_out", retryAfter: addressWait });
  const attempt = await takeAttempt(budget, attemptPolicy(lockout), ctx.now);
  if (!attempt.allowed) return refuse({ code: "locked_out", retryAfter: attempt.retryAfter });

  const right = await verifyPassword(input.password, found?.hash ?? null);
  if (right && found) {
    await forgiveAttempts(budget);
    if (isOutdatedHash(found.hash)) await renewHash(ctx, found.person.id, input.password);
    return ok(found.person);
  }

  if (!device) await takeAttempt(address, attemptPolicy(lockouts.address), ctx.now);
  logger.warn(
    { account: input.email, ip: ctx.origin.ip, retryAfter: attempt.delaySeconds },
    "Login failed: wrong e-mail or password",
  );
  const begins = attempt.number === lockout.free && !device;
  await transaction(ctx, (tx) =>
    recordFailure(tx, found?.person ?? nobody, found && begins ? attempt.delaySeconds : null),
  );
  return refuse({ code: "invalid_credentials" });
}

async function findAccount(tx: Tx, email: string): Promise<{ person: Person; hash: string } | null> {
  const person = await findPerson(tx, { email });
  if (!person) return null;
  const credential = await tx.db
    .selectFrom("credential")
    .select("password_hash")
    .where("user_id", "=", person.id)
    .executeTakeFirst();
  return credential ? { person, hash: credential.password_hash } : null;
}

/** An account that does not exist costs the same statements. */
const nobody = { id: newId(), name: "" };

async function recordFailure(tx: Tx, person: Person | typeof nobody, lockedSeconds: number | null) {
  await auditInEveryPlace(tx, person.id, "account.sign_in_failed", accountOf(person));
  if (lockedSeconds !== null && "email" in person) {
    const { to, occasion } = await recipientOf(tx, person);
    const minutes = Math.ceil(lockedSeconds / 60);
    await queueAccountMessage(tx, {
      template: "account-locked",
      to,
      params: { ...occasion, minutes, link: linkTo("/forgot-password") },
    });
    await auditInEveryPlace(tx, person.id, "account.locked", accountOf(person));
  }
  return ok(null);
}

async function renewHash(ctx: Ctx, userId: string, password: string): Promise<void> {
  const password_hash = await hashPassword(password);
  await ctx.db.updateTable("credential").set({ password_hash }).where("user_id", "=", userId).execute();
}
