import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { isId } from "@/kernel/id";
import type { Mailer, OutgoingMail } from "./outgoing-mail";

const keptMailSchema = z.object({
  id: z.string(),
  writtenAt: z.number(),
  fromName: z.string(),
  to: z.object({ name: z.string().nullable(), address: z.string() }),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});

/** A mail that was kept instead of sent, with its links as they went out. */
export type KeptMail = z.infer<typeof keptMailSchema>;

/**
 * Keeps mail as files instead of sending it: for one's own machine without an SMTP server. A mail that is sent again
 * replaces its file. The folder holds the mail of every organization, so nobody but its owner may read it.
 */
export function keepingMailer(directory: string): Mailer {
  return {
    async send(mail) {
      await keep(directory, mail);
      return { outcome: "sent", transport: "mailbox" };
    },
    async verify() {
      await mkdir(directory, { recursive: true, mode: 0o700 });
    },
    close() {},
  };
}

async function keep(directory: string, mail: OutgoingMail): Promise<void> {
  const { writtenAt, fromName, to, subject, html, text } = mail;
  const kept: KeptMail = { id: mail.id, writtenAt, fromName, to, subject, html, text };
  const file = join(directory, `${String(writtenAt).padStart(15, "0")}-${mail.id}.json`);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(`${file}.part`, JSON.stringify(kept), { mode: 0o600 });
  await rename(`${file}.part`, file);
}

/** The newest mails kept, newest first. */
export async function keptMails(directory: string, most: number): Promise<KeptMail[]> {
  const files = (await filesIn(directory)).slice(-most).reverse();
  return Promise.all(files.map((file) => read(join(directory, file))));
}

/** One kept mail, or null. */
export async function keptMail(directory: string, id: string): Promise<KeptMail | null> {
  const file = isId(id) && (await filesIn(directory)).find((name) => name.endsWith(`-${id}.json`));
  return file ? read(join(directory, file)) : null;
}

async function filesIn(directory: string): Promise<string[]> {
  try {
    return (await readdir(directory)).filter((name) => /^\d+-[0-9a-f-]+\.json$/.test(name)).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

async function read(file: string): Promise<KeptMail> {
  return keptMailSchema.parse(JSON.parse(await readFile(file, "utf8")));
}
