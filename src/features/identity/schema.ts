import { z } from "zod";
import { isEasyToGuess, longestPassword, shortestPassword } from "@/kernel/password-policy";

const emailField = z.string().trim().toLowerCase().max(254).pipe(z.email());
const nameField = z.string().trim().min(1).max(200);
const newPasswordField = z.string().min(shortestPassword).max(longestPassword);
// What was chosen once is never refused for its shape when it is shown again.
const passwordField = z
  .string()
  .min(1)
  .max(longestPassword * 4);
const secretField = z.string().min(20).max(200);
const localeField = z.enum(["es", "en"]);
const themeField = z.enum(["system", "light", "dark"]);

export const signUpSchema = z
  .object({ name: nameField, email: emailField, password: newPasswordField, locale: localeField.default("es") })
  .superRefine(({ name, email, password }, context) => {
    if (isEasyToGuess(password, [name, email])) {
      context.addIssue({ code: "custom", path: ["password"], params: { code: "weak_password" } });
    }
  });
export type SignUp = z.output<typeof signUpSchema>;

export const verifyEmailSchema = z.object({ token: secretField, password: passwordField });
export type VerifyEmail = z.output<typeof verifyEmailSchema> & WithCookies;

export const emailOnlySchema = z.object({ email: emailField });
export type EmailOnly = z.output<typeof emailOnlySchema>;

export const signInSchema = z.object({ email: emailField, password: passwordField, next: z.string().optional() });
export type SignIn = Omit<z.output<typeof signInSchema>, "next"> & WithCookies;

export const signInAsDemoSchema = z.object({ email: emailField });
export type SignInAsDemo = z.output<typeof signInAsDemoSchema> & WithCookies;

export const secondStepSchema = z.object({ code: z.string().trim().min(6).max(40), next: z.string().optional() });
export type CompleteTwoFactor = Omit<z.output<typeof secondStepSchema>, "next"> & WithCookies;

export const resetPasswordSchema = z.object({ token: secretField, password: newPasswordField });
export type ResetPassword = z.output<typeof resetPasswordSchema> & WithCookies;

export const changePasswordSchema = z.object({ password: newPasswordField });
export type ChangePassword = z.output<typeof changePasswordSchema>;

export const requestEmailChangeSchema = z.object({ email: emailField });
export type RequestEmailChange = z.output<typeof requestEmailChangeSchema>;

export const confirmEmailChangeSchema = z.object({ token: secretField });
export type ConfirmEmailChange = z.output<typeof confirmEmailChangeSchema>;

export const confirmTwoFactorSchema = z.object({ code: z.string().trim().min(6).max(10) });
export type ConfirmTwoFactor = z.output<typeof confirmTwoFactorSchema>;

export const changeProfileSchema = z.object({ name: nameField, locale: localeField, theme: themeField });
export type ChangeProfile = z.output<typeof changeProfileSchema>;

/** For what needs no answer but the press of its button. */
export const nothingSchema = z.object({});

export const setThemeSchema = z.object({ theme: themeField });
export type SetTheme = z.output<typeof setThemeSchema>;

export const switchOrganizationSchema = z.object({ organizationId: z.uuid() });
export type SwitchOrganization = z.output<typeof switchOrganizationSchema>;

export const revokeSessionSchema = z.object({ sessionId: z.uuid() });
export type RevokeSession = z.output<typeof revokeSessionSchema>;

/** To delete what cannot be brought back, the person types their own address. */
export const deleteAccountSchema = z.object({ email: emailField });
export type DeleteAccount = z.output<typeof deleteAccountSchema>;

export const removePasskeySchema = z.object({ passkeyId: z.uuid() });
export type RemovePasskey = z.output<typeof removePasskeySchema>;

const credentialFields = { id: z.string().max(1400), rawId: z.string().max(1400), type: z.literal("public-key") };
const extensionField = z.looseObject({}).default({});
const attachmentField = z.enum(["platform", "cross-platform"]).optional();

/** The browser's answer, as JSON in one field of a form. Source: WebAuthn 3, RegistrationResponseJSON. */
export const newPasskeyField = json(
  z.object({
    ...credentialFields,
    response: z.object({
      clientDataJSON: z.string().max(4_000),
      attestationObject: z.string().max(20_000),
      transports: z.array(z.string().max(20)).max(10).default([]).transform(knownTransports),
    }),
    clientExtensionResults: extensionField,
    authenticatorAttachment: attachmentField,
  }),
);

/** The browser's answer, as JSON in one field of a form. Source: WebAuthn 3, AuthenticationResponseJSON. */
export const passkeyField = json(
  z.object({
    ...credentialFields,
    response: z.object({
      clientDataJSON: z.string().max(4_000),
      authenticatorData: z.string().max(4_000),
      signature: z.string().max(2_000),
      userHandle: z.string().max(200).optional(),
    }),
    clientExtensionResults: extensionField,
    authenticatorAttachment: attachmentField,
  }),
);

export const registerPasskeySchema = z.object({ name: z.string().trim().min(1).max(80), response: newPasskeyField });
export type RegisterPasskey = z.output<typeof registerPasskeySchema>;

export const signInWithPasskeySchema = z.object({ response: passkeyField, next: z.string().optional() });
export type SignInWithPasskey = { response: z.output<typeof passkeyField> } & WithCookies;

export const confirmIdentitySchema = z.union([
  z.object({ response: passkeyField }),
  z.object({ password: passwordField }),
]);
export type ConfirmIdentity = z.output<typeof confirmIdentitySchema> & WithCookies;

/** The request's `Cookie` header: the transport passes it, the person does not type it. */
export type WithCookies = { cookieHeader: string | null };

const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"] as const;

/** Browsers may name ways that we do not know yet; those say nothing to us. */
function knownTransports(named: string[]) {
  return transports.filter((transport) => named.includes(transport));
}

function json<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .max(30_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom" });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
