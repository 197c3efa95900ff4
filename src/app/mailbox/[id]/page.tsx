import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/description-list";
import { PageHeader } from "@/components/page-header";
import { Segmented } from "@/components/segmented";
import { getKeptMail } from "@/features/messages/queries";
import { MailFrame, MailText } from "@/features/messages/ui/mail-frame";
import { orNotFound } from "@/web/or-not-found";
import { pageCtx } from "@/web/page-context";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ as?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages.mailbox"))("title") };
}

export default async function KeptMailPage({ params, searchParams }: Props) {
  const mailId = (await params).id;
  const asText = (await searchParams).as === "text";
  const mail = await orNotFound(getKeptMail(await pageCtx(), { mailId }));
  const t = await getTranslations("messages");
  const format = await getFormatter();
  const to = mail.to.name ? t("person", { name: mail.to.name, address: mail.to.address }) : mail.to.address;
  const here = `/mailbox/${mail.id}`;
  return (
    <main id="content" className="mx-auto max-w-4xl px-4 py-8">
      <PageHeader
        title={mail.subject}
        breadcrumb={[{ href: "/mailbox", label: t("mailbox.title") }]}
        actions={
          <Segmented
            label={t("form.label")}
            value={asText ? "text" : "html"}
            segments={[
              { value: "html", label: t("form.html"), href: here },
              { value: "text", label: t("form.text"), href: `${here}?as=text` },
            ]}
          />
        }
      />
      <DescriptionList
        className="mb-4"
        items={[
          { term: t("column.from"), value: mail.fromName },
          { term: t("column.to"), value: to },
          { term: t("column.when"), value: format.dateTime(mail.writtenAt, { dateStyle: "full", timeStyle: "short" }) },
        ]}
      />
      {asText ? <MailText text={mail.text} /> : <MailFrame title={mail.subject} html={mail.html} />}
    </main>
  );
}
