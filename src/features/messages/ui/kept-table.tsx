import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/empty-state";
import { type Column, Table } from "@/components/table";

export type KeptRow = { id: string; subject: string; to: string; from: string; writtenAt: number };

/** The mail that this machine kept, newest first. */
export function KeptTable({ mails }: { mails: readonly KeptRow[] }) {
  const t = useTranslations("messages");
  const format = useFormatter();
  const columns: Column<KeptRow>[] = [
    { key: "subject", header: t("column.subject"), cell: ({ subject }) => subject },
    {
      key: "to",
      header: t("column.to"),
      cell: ({ to }) => <span className="break-all md:whitespace-nowrap">{to}</span>,
    },
    { key: "from", header: t("column.from"), cell: ({ from }) => from },
    {
      key: "when",
      header: t("column.when"),
      cell: ({ writtenAt }) => format.dateTime(writtenAt, { dateStyle: "medium", timeStyle: "short" }),
    },
  ];
  return (
    <Table
      caption={t("mailbox.title")}
      columns={columns}
      rows={mails}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/mailbox/${id}`}
      empty={<EmptyState icon="inbox" title={t("mailbox.empty_title")} text={t("mailbox.empty_text")} />}
    />
  );
}
