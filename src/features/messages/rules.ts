import { isId } from "@/kernel/id";
import type { Temporal } from "@/kernel/time";

/** When, from what and from where something was done with an account: for its owner to recognise it, or not. */
export type Occasion = { at: Temporal.Instant; timeZone: string; device: string | null; ip: string | null };

/** Every e-mail there is, with what it needs to be written. `link` is where its one button leads. */
export type EmailParams = {
  "verify-email": { link: string; hours: number };
  /** To somebody who signs up with an address that has an account: the screen says the same to both. */
  "already-registered": { link: string };
  "reset-password": { link: string; minutes: number };
  "password-changed": Occasion & { link: string };
  /** To the address that is being left. */
  "email-change-requested": Occasion & { newAddress: string; link: string };
  /** To the address that is to be the new one. */
  "email-change-confirm": { link: string; hours: number };
  invitation: { link: string; inviter: string; days: number };
  "new-sign-in": Occasion & { link: string };
  "two-factor-enabled": Occasion & { link: string };
  "two-factor-disabled": Occasion & { link: string };
  "passkey-added": Occasion & { link: string };
  "passkey-removed": Occasion & { link: string };
  "account-locked": Occasion & { minutes: number; link: string };
  "organization-deleted": { deletedOrganization: string; deletedBy: string; days: number };
  "export-ready": { link: string; days: number };
};

export type EmailTemplate = keyof EmailParams;

/** The mails whose link lets in whoever holds it: it is kept sealed, and no page ever shows it. */
const withSecretLink = ["verify-email", "reset-password", "email-change-confirm", "invitation"] as const;

/** Whether the mail's link is a secret of its recipient. */
export function hasSecretLink(template: EmailTemplate): boolean {
  return withSecretLink.some((name) => name === template);
}

/** Stands for the secret link in the texts that are stored; `.invalid` leads nowhere (RFC 2606). */
export const linkPlaceholder = "https://link.invalid/secret";

/** Puts the secret link back into a stored text, for the moment of sending. */
export function withLink(text: string, link: string): string {
  return text.replaceAll(linkPlaceholder, () => link);
}

export const messageStates = ["queued", "sent", "failed", "bounced"] as const;

/** `bounced`: there is no such address. `failed`: the mail was not wanted, or no server took it for a day. */
export type MessageState = (typeof messageStates)[number];

/** A state as the database holds it; its check allows no other. */
export function messageState(text: string): MessageState {
  const state = messageStates.find((name) => name === text);
  if (!state) throw new Error(`No state of a message: ${text}`);
  return state;
}

/** Attempts before a message is given up: with graphile's back-off (e^attempt seconds) a little more than a day. */
export const maxAttempts = 12;

/**
 * A name as it may stand in a mail: on one line, of bounded length, and broken at its dots and slashes by an invisible
 * WORD JOINER, so that a sign-up under the name "win.example/now" puts no clickable address into somebody's inbox.
 */
export function plainName(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return [...line]
    .slice(0, 80)
    .join("")
    .replace(/([./:@\\])(?=\S)/g, "$1\u2060");
}

/** The Message-ID header of a message: the same at every attempt, and a bounce that quotes it finds its way back. */
export function messageIdHeader(organizationId: string, messageId: string, domain: string): string {
  return `<${organizationId}.${messageId}@${domain}>`;
}

/** Whose message a Message-ID header of ours names, or null when it is not one of ours. */
export function parseMessageIdHeader(header: string): { organizationId: string; messageId: string } | null {
  const [, organizationId, messageId] = header.match(/<([0-9a-f-]{36})\.([0-9a-f-]{36})@[^<>\s]+>/) ?? [];
  return organizationId && messageId && isId(organizationId) && isId(messageId) ? { organizationId, messageId } : null;
}
