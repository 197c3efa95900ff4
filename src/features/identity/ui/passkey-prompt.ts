"use client";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;
export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;

// Fetched when a passkey is asked for and not with the page, which most people open for something else.
const fetchPrompt = () => import("@simplewebauthn/browser");

/** Whether this browser has passkeys at all. */
export function hasPasskeys(): boolean {
  return typeof globalThis.PublicKeyCredential === "function";
}

/** Whether this browser can offer passkeys in the list of a field. */
export async function offersPasskeysInFields(): Promise<boolean> {
  if (!hasPasskeys()) return false;
  // Older browsers know passkeys and not this question.
  const known: Partial<typeof PublicKeyCredential> = PublicKeyCredential;
  return (await known.isConditionalMediationAvailable?.()) ?? false;
}

/** Asks the device for a passkey, as JSON; null when the person changed their mind, or there is none. */
export async function askForPasskey(optionsJSON: RequestOptions, useBrowserAutofill = false): Promise<string | null> {
  try {
    const { startAuthentication } = await fetchPrompt();
    return JSON.stringify(await startAuthentication({ optionsJSON, useBrowserAutofill }));
  } catch {
    return null;
  }
}

/** Has the device make a passkey, as JSON; null when the person changed their mind, or it holds one already. */
export async function makePasskey(optionsJSON: CreationOptions): Promise<string | null> {
  try {
    const { startRegistration } = await fetchPrompt();
    return JSON.stringify(await startRegistration({ optionsJSON }));
  } catch {
    return null;
  }
}
