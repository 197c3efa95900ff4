import { useFormatter, useTranslations } from "next-intl";
import { type Column, Table } from "@/components/table";
import type { MessageState } from "../rules";
import { StateChip } from "./state-chip";

export type MessageRow = {
  id: string;
  subject: string;
  recipient: string;
  recipientName: string | null;
  state: MessageState;
  /** Milliseconds since 1970. */
  createdAt: number;
};

/** What the organization sent, each a door to its text. */
export function MessageTable({ messages }: { messages: readonly MessageRow[] }) {
  const t = useTranslations("messages");
  const format = useFormatter();
  const columns: Column<MessageRow>[] = [
    { key: "subject", header: t("column.subject"), cell: ({ subject }) => subject },
    {
      key: "to",
      header: t("column.to"),
      cell: ({ recipient, recipientName }) => (
        <>
          {recipientName && <span className="block">{recipientName}</span>}
          <span className="block break-all text-muted">{recipient}</span>
        </>
      ),
    },
    {
      key: "when",
      header: t("column.when"),
      cell: ({ createdAt }) => format.dateTime(createdAt, { dateStyle: "medium", timeStyle: "short" }),
    },
    { key: "state", header: t("column.state"), cell: ({ state }) => <StateChip state={state} /> },
  ];
  return (
    <Table
      caption={t("title")}
      columns={columns}
      rows={messages}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/settings/messages/${id}`}
    />
  );
}
