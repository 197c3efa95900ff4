import { ok, type Result, refuse } from "@/kernel/result";
import { type Ctx, type Tx, transaction } from "@/platform/transaction";
import { auditInEveryPlace } from "../audit/audit";
import { authorizeAnyone } from "./authorize";
import { type CheckPasswordRefusal, checkPassword } from "./check-password";
import { minutesForSecondStep } from "./rules";
import type { SignIn } from "./schema";
import {
  accountOf,
  as,
  deviceCookies,
  endSessionOf,
  issueSecret,
  knownDevice,
  type Person,
  secondStepCookies,
  startSession,
  tellOwner,
} from "./store";

export type SignedIn = { outcome: "signed_in"; userId: string; cookies: string[] };
export type SecondStepMissing = { outcome: "two_factor_required"; cookies: string[] };
export type SignInRefusal = CheckPasswordRefusal | { code: "email_not_verified" };

/**
 * Signs in by password: opens a session, or asks for the second step where the person has one.
 *
 * Refuses with `invalid_credentials`, `locked_out` (seconds to wait) and, only to who knows the password,
 * `email_not_verified`.
 */
export async function signIn(ctx: Ctx, input: SignIn): Promise<Result<SignedIn | SecondStepMissing, SignInRefusal>> {
  authorizeAnyone(ctx);
  const checked = await checkPassword(ctx, input);
  if (!checked.ok) return checked;
  const person = checked.value;
  if (!person.emailVerified) return refuse({ code: "email_not_verified" });
  return transaction(ctx, async (tx) => {
    if (!person.twoFactorEnabled) return ok(await letIn(tx, person, input.cookieHeader, "password"));
    const secret = await issueSecret(tx, "two_factor", person.id, minutesForSecondStep);
    return ok({ outcome: "two_factor_required" as const, cookies: secondStepCookies(secret) });
  });
}

type Way = "password" | "two_factor" | "recovery_code" | "passkey" | "new_account" | "password_reset" | "demo";

/** Ways in that need no mail about a new device: the person has just followed one. */
const expected: readonly Way[] = ["new_account", "password_reset", "demo"];

/**
 * What every way in ends with: a new session instead of the one this browser had, the device known from now on, the
 * trail, and a mail when the device is a new one.
 */
export async function letIn(tx: Tx, person: Person, cookieHeader: string | null, how: Way): Promise<SignedIn> {
  await endSessionOf(tx, cookieHeader);
  const { sessionId, cookies } = await startSession(tx, person.id);
  await auditInEveryPlace(as(tx, person, sessionId), person.id, "account.signed_in", accountOf(person), {
    after: { how },
  });
  const isNewDevice = knownDevice(cookieHeader, person.id) === null && !expected.includes(how);
  if (isNewDevice) await tellOwner(tx, person, "new-sign-in");
  return {
    outcome: "signed_in",
    userId: person.id,
    cookies: [...cookies, ...deviceCookies(cookieHeader, person.id), ...secondStepCookies(null)],
  };
}
