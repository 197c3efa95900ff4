"use client";

import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

export type RequestOptions = PublicKeyCredentialRequestOptionsJSON;
export type CreationOptions = PublicKeyCredentialCreationOptionsJSON;

/** Whether this browser has passkeys at all. */
export const hasPasskeys = browserSupportsWebAuthn;

/** Asks the device for a passkey, as JSON; null when the person changed their mind, or there is none. */
export async function askForPasskey(optionsJSON: RequestOptions, useBrowserAutofill = false): Promise<string | null> {
  try {
    return JSON.stringify(await startAuthentication({ optionsJSON, useBrowserAutofill }));
  } catch {
    return null;
  }
}

/** Has the device make a passkey, as JSON; null when the person changed their mind, or it holds one already. */
export async function makePasskey(optionsJSON: CreationOptions): Promise<string | null> {
  try {
    return JSON.stringify(await startRegistration({ optionsJSON }));
  } catch {
    return null;
  }
}
