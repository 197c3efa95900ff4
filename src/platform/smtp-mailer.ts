import { createTransport, type NodemailerError } from "nodemailer";
import type { Smtp } from "./config-outside";
import { type Delivery, type Mailer, type OutgoingMail, toNodemailer } from "./outgoing-mail";

/** Milliseconds: to connect, to be greeted, and of silence in the middle. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/**
 * Sends through an SMTP server over a few kept connections. A password is only ever sent over TLS with a good
 * certificate (except to the machine itself); without one, TLS is used as far as the server offers it.
 */
export function smtpMailer(smtp: Smtp, bounceAddress: string | null = null, timeouts = patience): Mailer {
  const trusted = isLoopback(smtp.host);
  const signsIn = smtp.user !== null && smtp.password !== null;
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    maxMessages: 100,
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: signsIn && !smtp.secure && !trusted,
    tls: { rejectUnauthorized: signsIn && !trusted },
    auth: signsIn ? { user: smtp.user ?? "", pass: smtp.password ?? "" } : undefined,
    ...timeouts,
  });
  const sender = { from: smtp.from, bounceAddress };
  return {
    send: (mail) => attempt(() => transport.sendMail(toNodemailer(mail, sender)), mail),
    verify: async () => {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}

async function attempt(send: () => Promise<unknown>, mail: OutgoingMail): Promise<Delivery> {
  try {
    await send();
    return { outcome: "sent", transport: "smtp" };
  } catch (error) {
    return whatFailed(error, mail);
  }
}

/** 5xx is a no for good, except where it is about us (sign-in, sender not allowed yet) and an operator can mend it. */
function whatFailed(error: unknown, mail: OutgoingMail): Delivery {
  if (!(error instanceof Error)) return { outcome: "later", reason: String(error) };
  const { code, command = "", responseCode = 0, response, message }: NodemailerError = error;
  const isAboutMail = /^(MAIL FROM|RCPT TO|DATA)/.test(command);
  const reason = ((isAboutMail && response) || message).replaceAll(mail.to.address, "<recipient>").slice(0, 500);
  const isPermanent = responseCode >= 500 && responseCode < 600 && code !== "EAUTH";
  const isAboutUs = [530, 534, 535, 538].includes(responseCode) || !isAboutMail;
  if (!isPermanent || isAboutUs) return { outcome: "later", reason };
  return { outcome: "refused", recipient: command.startsWith("RCPT TO"), reason };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host === "::1" || /^127\./.test(host);
}
