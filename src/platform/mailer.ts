import { config } from "./config";
import { keepingMailer } from "./kept-mail";
import { addressOf, type Mailer } from "./outgoing-mail";
import { processWide } from "./process-wide";
import { smtpMailer } from "./smtp-mailer";

/** The process's own way to send mail: SMTP when it is configured; else, locally, files that /mailbox shows. */
export function appMailer(): Mailer {
  return processWide("mailer", choose);
}

function choose(): Mailer {
  const { smtp, local, bounceAddress, mailboxDirectory } = config();
  if (smtp) return smtpMailer(smtp, bounceAddress);
  if (local) return keepingMailer(mailboxDirectory);
  return nowhere;
}

const why = "No SMTP server is configured (SMTP_URL or SMTP_HOST)";

const nowhere: Mailer = {
  send: async () => ({ outcome: "later", reason: why }),
  verify: async () => {
    throw new Error(why);
  },
  close() {},
};

/** Whether mail is kept on this machine and shown at /mailbox, instead of sent. */
export function keepsMail(): boolean {
  return config().local && config().smtp === null;
}

/** The domain in the Message-ID of what this installation sends. */
export function mailDomain(): string {
  const { smtp, baseUrl } = config();
  return smtp ? (addressOf(smtp.from).split("@").at(-1) ?? "localhost") : new URL(baseUrl).hostname;
}
