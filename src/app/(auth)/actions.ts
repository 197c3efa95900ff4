"use server";

import { headers } from "next/headers";
import { completeTwoFactor } from "@/features/identity/complete-two-factor";
import { passkeySignInOptions } from "@/features/identity/queries";
import { requestPasswordReset } from "@/features/identity/request-password-reset";
import { resendVerification } from "@/features/identity/resend-verification";
import { resetPassword } from "@/features/identity/reset-password";
import { safeNext } from "@/features/identity/rules";
import {
  emailOnlySchema,
  resetPasswordSchema,
  secondStepSchema,
  signInAsDemoSchema,
  signInSchema,
  signInWithPasskeySchema,
  signUpSchema,
  verifyEmailSchema,
} from "@/features/identity/schema";
import { type SecondStepMissing, type SignedIn, signIn } from "@/features/identity/sign-in";
import { signInAsDemo } from "@/features/identity/sign-in-as-demo";
import { signInWithPasskey } from "@/features/identity/sign-in-with-passkey";
import { signUp } from "@/features/identity/sign-up";
import { verifyEmail } from "@/features/identity/verify-email";
import { ok, type Refusal, type Result } from "@/kernel/result";
import { action } from "@/web/action";
import { pageCtx } from "@/web/page-context";
import { inMinutes } from "./in-minutes";

const refused = {
  invalid_credentials: "auth.refused.invalid_credentials",
  locked_out: "auth.refused.locked_out",
  email_not_verified: "auth.refused.email_not_verified",
  passkey_refused: "auth.refused.passkey_refused",
  link_invalid: "auth.refused.link_invalid",
};

export const enter = action(
  signInSchema,
  async (ctx, { next, ...input }) =>
    inMinutes(goingTo(next, await signIn(ctx, { ...input, ...(await withCookies()) }))),
  { done: goOn, refused, shown: ({ code }) => code },
);

export const enterWithPasskey = action(
  signInWithPasskeySchema,
  async (ctx, { next, response }) =>
    goingTo(next, await signInWithPasskey(ctx, { response, ...(await withCookies()) })),
  { done: goOn, refused },
);

export const enterDemo = action(
  signInAsDemoSchema,
  async (ctx, input) => goingTo("/", await signInAsDemo(ctx, { ...input, ...(await withCookies()) })),
  { done: goOn, refused: { not_a_demo: "auth.refused.invalid_credentials" } },
);

/** What the browser needs before it can offer a passkey. */
export async function passkeyOptions() {
  return passkeySignInOptions(await pageCtx());
}

export const completeSecondStep = action(
  secondStepSchema,
  async (ctx, { next, code }) =>
    inMinutes(goingTo(next, await completeTwoFactor(ctx, { code, ...(await withCookies()) }))),
  {
    done: goOn,
    refused: {
      challenge_expired: "auth.refused.challenge_expired",
      invalid_code: "auth.refused.invalid_code",
      locked_out: "auth.refused.code_locked_out",
    },
  },
);

export const openAccount = action(signUpSchema, signUp, {
  done: ({ email }) => ({ message: "auth.sign_up.sent", params: { email } }),
  refused: {},
});

export const confirmAddress = action(
  verifyEmailSchema,
  async (ctx, input) => inMinutes(goingTo("/welcome", await verifyEmail(ctx, { ...input, ...(await withCookies()) }))),
  { done: goOn, refused: { ...refused, invalid_credentials: "auth.refused.wrong_password" } },
);

export const sendVerificationAgain = action(emailOnlySchema, resendVerification, {
  done: ({ email }) => ({ message: "auth.verify_email.sent", params: { email } }),
  refused: {},
});

export const askForReset = action(emailOnlySchema, requestPasswordReset, {
  done: ({ email }) => ({ message: "auth.forgot.sent", params: { email } }),
  refused: {},
});

export const choosePassword = action(
  resetPasswordSchema,
  async (ctx, input) => goingTo("/", await resetPassword(ctx, { ...input, ...(await withCookies()) })),
  { done: goOn, refused },
);

type Going<V> = V & { next: string };

function goingTo<V, R extends Refusal>(next: string | undefined, result: Result<V, R>): Result<Going<V>, R> {
  return result.ok ? ok({ ...result.value, next: safeNext(next) }) : result;
}

function goOn({ outcome, cookies, next }: Going<SignedIn | SecondStepMissing>) {
  const redirectTo = outcome === "signed_in" ? next : `/two-factor?next=${encodeURIComponent(next)}`;
  return { cookies, redirectTo };
}

async function withCookies() {
  return { cookieHeader: (await headers()).get("cookie") };
}
