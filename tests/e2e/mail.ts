import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inject } from "vitest";
import { z } from "zod";

const mailSchema = z.object({
  id: z.string(),
  to: z.object({ address: z.string() }),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
});
type Mail = z.infer<typeof mailSchema>;

/** Waits for the newest mail to the address whose subject matches, as a person waits for it. */
export async function mailTo(address: string, subject: RegExp): Promise<Mail> {
  let others: Mail[] = [];
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(100)) {
    others = await keptMailsTo(address);
    const found = others.find((mail) => subject.test(mail.subject));
    if (found) return found;
  }
  const subjects = others.map((mail) => mail.subject).join(", ");
  throw new Error(`No mail about ${subject} came to ${address}, only: ${subjects || "none"}`);
}

/** Everything that was mailed to the address, newest first. */
export async function keptMailsTo(address: string): Promise<Mail[]> {
  const { mailbox } = inject("app");
  const files = (await readdir(mailbox)).filter((name) => name.endsWith(".json")).sort();
  const mails = await Promise.all(files.map((file) => readFile(join(mailbox, file), "utf8")));
  return mails
    .map((text) => mailSchema.parse(JSON.parse(text)))
    .filter((mail) => mail.to.address === address)
    .reverse();
}

/** Path and query of the mail's link to a page of ours. */
export function linkIn(mail: Mail, page: string): string {
  const links = [...mail.text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([link]) => new URL(link));
  const link = links.find(({ pathname }) => pathname.startsWith(page));
  if (!link) throw new Error(`No link to ${page} in: ${mail.text}`);
  return link.pathname + link.search + link.hash;
}
