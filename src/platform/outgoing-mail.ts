import type { SendMailOptions } from "nodemailer";

/** A mail ready to go. */
export type OutgoingMail = {
  id: string;
  /** The same at every attempt, so that whoever gets a mail twice recognises it. */
  messageId: string;
  /** Written in the From header before the installation's own address. */
  fromName: string;
  to: { name: string | null; address: string };
  subject: string;
  html: string;
  text: string;
  language: string;
  /** Milliseconds since 1970. */
  writtenAt: number;
};

/**
 * What became of an attempt. `refused` is for good; `recipient` tells an address that does not exist from a mail that
 * is not wanted. `later`: not this time, try again.
 */
export type Delivery =
  | { outcome: "sent"; transport: "smtp" | "mailbox" }
  | { outcome: "refused"; recipient: boolean; reason: string }
  | { outcome: "later"; reason: string };

export type Mailer = {
  send(mail: OutgoingMail): Promise<Delivery>;
  /** Resolves when mail can be handed over now (connects and signs in); rejects with what is wrong. */
  verify(): Promise<void>;
  close(): void;
};

/**
 * The mail as nodemailer takes it. Names and subject are fields of their own and put on one line, so that no text of a
 * person can add a header or a recipient.
 */
export function toNodemailer(
  mail: OutgoingMail,
  sender: { from: string; bounceAddress: string | null },
): SendMailOptions {
  const from = addressOf(sender.from);
  return {
    messageId: mail.messageId,
    from: { name: oneLine(mail.fromName), address: from },
    to: { name: oneLine(mail.to.name ?? ""), address: mail.to.address },
    envelope: { from: sender.bounceAddress ?? from, to: [mail.to.address] },
    subject: oneLine(mail.subject),
    date: new Date(mail.writtenAt),
    html: mail.html,
    text: mail.text,
    textEncoding: "quoted-printable",
    // RFC 3834: a reply by a vacation program helps nobody.
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "Content-Language": mail.language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The address of `Name <address>`, or of an address alone. */
export function addressOf(sender: string): string {
  return sender.match(/<([^<>]+)>\s*$/)?.[1] ?? sender.trim();
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}
