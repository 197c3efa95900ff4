import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { DescriptionList } from "@/components/description-list";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { can } from "@/features/identity/authorize";
import { getMessage, type MessageDetail } from "@/features/messages/queries";
import { withLink } from "@/features/messages/rules";
import { MailFrame } from "@/features/messages/ui/mail-frame";
import { RetryButton } from "@/features/messages/ui/retry-button";
import { StateChip } from "@/features/messages/ui/state-chip";
import { NotFound } from "@/kernel/errors";
import { isId } from "@/kernel/id";
import { Messages } from "@/web/messages";
import { orNotFound } from "@/web/or-not-found";
import { memberCtx } from "@/web/page-context";
import { retry } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("title") };
}

export default async function MessagePage({ params }: { params: Promise<{ id: string }> }) {
  const ctx = await memberCtx("message.read");
  const { id } = await params;
  const found = isId(id) ? getMessage(ctx, { messageId: id }) : Promise.reject(new NotFound("message"));
  const message = await orNotFound(found);
  const t = await getTranslations("messages");
  const hidden = t("hidden_link");
  return (
    <Messages namespaces={["messages"]}>
      <PageHeader
        title={message.subject}
        breadcrumb={[{ href: "/settings/messages", label: t("title") }]}
        status={<StateChip state={message.state} />}
        actions={message.canRetry && can(ctx, "message.retry") && <RetryButton messageId={id} retry={retry} />}
      />
      {message.state !== "sent" && message.reason !== null && (
        <Notice
          tone={message.state === "queued" ? "hold" : "danger"}
          className="mb-4"
          title={t(`why.${message.state}`)}
        >
          <span className="break-words">{message.reason}</span>
        </Notice>
      )}
      <Facts message={message} />
      {message.linkHidden && <p className="mb-2 text-muted text-sm">{t("link_is_secret")}</p>}
      <MailFrame title={message.subject} html={withLink(message.html, hidden)} inert />
    </Messages>
  );
}

async function Facts({ message }: { message: MessageDetail }) {
  const t = await getTranslations("messages");
  const format = await getFormatter();
  const { recipient, recipientName, createdAt, sentAt, attempts, template } = message;
  const time = (milliseconds: number) => format.dateTime(milliseconds, { dateStyle: "long", timeStyle: "short" });
  return (
    <DescriptionList
      className="mb-4"
      items={[
        {
          term: t("column.to"),
          value: recipientName ? t("person", { name: recipientName, address: recipient }) : recipient,
        },
        { term: t("column.kind"), value: t.has(`template.${template}`) ? t(`template.${template}`) : template },
        { term: t("column.written"), value: time(createdAt.epochMilliseconds) },
        { term: t("column.sent"), value: sentAt ? time(sentAt.epochMilliseconds) : t("not_yet") },
        { term: t("column.attempts"), value: format.number(attempts) },
      ]}
    />
  );
}
