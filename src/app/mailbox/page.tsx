import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/page-header";
import { listKeptMails } from "@/features/messages/queries";
import { KeptTable } from "@/features/messages/ui/kept-table";
import { orNotFound } from "@/web/or-not-found";
import { pageCtx } from "@/web/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages.mailbox"))("title") };
}

/** The built-in mailbox of one's own machine; it does not exist where mail is really sent. */
export default async function MailboxPage() {
  const mails = await orNotFound(listKeptMails(await pageCtx()));
  const t = await getTranslations("messages.mailbox");
  const rows = mails.map(({ id, subject, to, fromName, writtenAt }) => ({
    id,
    subject,
    to: to.address,
    from: fromName,
    writtenAt,
  }));
  return (
    <main id="content" className="mx-auto max-w-5xl px-4 py-8">
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <KeptTable mails={rows} />
    </main>
  );
}
