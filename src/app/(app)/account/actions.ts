"use server";

import { headers } from "next/headers";
import { changePassword } from "@/features/identity/change-password";
import { changeProfile } from "@/features/identity/change-profile";
import { confirmEmailChange } from "@/features/identity/confirm-email-change";
import { confirmIdentity } from "@/features/identity/confirm-identity";
import { confirmTwoFactor } from "@/features/identity/confirm-two-factor";
import { deleteAccount } from "@/features/identity/delete-account";
import { disableTwoFactor } from "@/features/identity/disable-two-factor";
import { enableTwoFactor } from "@/features/identity/enable-two-factor";
import { passkeySignInOptions } from "@/features/identity/queries";
import { regenerateRecoveryCodes } from "@/features/identity/regenerate-recovery-codes";
import { registerPasskey } from "@/features/identity/register-passkey";
import { removePasskey } from "@/features/identity/remove-passkey";
import { requestEmailChange } from "@/features/identity/request-email-change";
import { revokeOtherSessions } from "@/features/identity/revoke-other-sessions";
import { revokeSession } from "@/features/identity/revoke-session";
import {
  changePasswordSchema,
  changeProfileSchema,
  confirmEmailChangeSchema,
  confirmIdentitySchema,
  confirmTwoFactorSchema,
  deleteAccountSchema,
  nothingSchema,
  registerPasskeySchema,
  removePasskeySchema,
  requestEmailChangeSchema,
  revokeSessionSchema,
} from "@/features/identity/schema";
import { startPasskeyRegistration } from "@/features/identity/start-passkey-registration";
import { action, buttonAction } from "@/web/action";
import { pageCtx } from "@/web/page-context";
import { inMinutes } from "../../(auth)/in-minutes";

const refused = {
  confirm_identity: "account.refused.confirm_identity",
  same_email: "account.refused.same_email",
  link_invalid: "account.refused.link_invalid",
  already_enabled: "account.refused.already_enabled",
  not_enabled: "account.refused.not_enabled",
  invalid_code: "account.refused.invalid_code",
  locked_out: "account.refused.locked_out",
  invalid_credentials: "account.refused.invalid_credentials",
  passkey_refused: "account.refused.passkey_refused",
  email_differs: "account.refused.email_differs",
  sole_owner: "account.refused.sole_owner",
};

export const saveProfile = action(changeProfileSchema, changeProfile, {
  done: () => ({ message: "account.profile.saved" }),
  refused: {},
});

export const proveIdentity = action(
  confirmIdentitySchema,
  async (ctx, input) =>
    inMinutes(await confirmIdentity(ctx, { ...input, cookieHeader: (await headers()).get("cookie") })),
  { done: ({ cookies }) => ({ cookies }), refused },
);

/** What the browser needs to ask for a passkey that proves who one is. */
export async function identityPasskeyOptions() {
  return passkeySignInOptions(await pageCtx());
}

export const askForEmail = action(requestEmailChangeSchema, requestEmailChange, {
  done: ({ email }) => ({ message: "account.email.sent", params: { email } }),
  refused,
});

export const takeEmail = action(confirmEmailChangeSchema, confirmEmailChange, {
  done: ({ email, cookies }) => ({ message: "account.email.confirmed", params: { email }, cookies }),
  refused,
});

export const setPassword = action(changePasswordSchema, changePassword, {
  done: ({ cookies }) => ({ message: "account.password.done", cookies }),
  refused,
});

export const startTwoFactor = action(nothingSchema, enableTwoFactor, { done: () => ({}), refused });

export const turnTwoFactorOn = action(
  confirmTwoFactorSchema,
  async (ctx, input) => inMinutes(await confirmTwoFactor(ctx, input)),
  {
    done: ({ cookies, recoveryCodes }) => ({
      message: "account.two_factor.enabled",
      cookies,
      value: { recoveryCodes },
    }),
    refused,
  },
);

export const turnTwoFactorOff = action(nothingSchema, disableTwoFactor, {
  done: ({ cookies }) => ({ message: "account.two_factor.disabled", cookies }),
  refused,
});

export const newRecoveryCodes = action(nothingSchema, regenerateRecoveryCodes, {
  done: ({ recoveryCodes }) => ({ message: "account.recovery.regenerated", value: { recoveryCodes } }),
  refused,
});

/** What the browser needs to make a passkey; null when the person has to show again who they are. */
export async function newPasskeyOptions() {
  const started = await startPasskeyRegistration(await pageCtx());
  return started.ok ? started.value : null;
}

export const keepPasskey = action(registerPasskeySchema, registerPasskey, {
  done: () => ({ message: "account.passkeys.added" }),
  refused,
});

export const dropPasskey = action(removePasskeySchema, removePasskey, { done: () => ({}), refused });

export const endSession = buttonAction(revokeSessionSchema, revokeSession, () => ({}));
export const endOtherSessions = buttonAction(nothingSchema, revokeOtherSessions, () => ({}));

export const deleteMyAccount = action(deleteAccountSchema, deleteAccount, {
  done: ({ cookies }) => ({ cookies, redirectTo: "/sign-in" }),
  refused,
});
