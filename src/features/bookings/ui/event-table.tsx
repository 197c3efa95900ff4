import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ListUrl } from "@/components/list-url";
import { type Column, Table } from "@/components/table";
import type { EventStatus, EventType } from "../rules";
import { EventStatusChip } from "./event-status";
import { When } from "./when";

type Row = {
  id: string;
  number: string;
  title: string;
  type: EventType;
  clientName: string | null;
  headCount: number | null;
  status: EventStatus;
  start: string;
  end: string;
  spaces: string[];
};

type Props = { events: readonly Row[]; url: ListUrl; empty: ReactNode };

/** Events as rows; each is the door to its page. */
export function EventTable({ events, url, empty }: Props) {
  const t = useTranslations("events");
  const columns: Column<Row>[] = [
    { key: "title", header: t("list.event"), sortable: true, cell: (event) => event.title },
    { key: "status", header: t("list.state"), cell: (event) => <EventStatusChip status={event.status} /> },
    {
      key: "date",
      header: t("list.date"),
      sortable: true,
      cell: (event) => <When start={event.start} end={event.end} short />,
    },
    { key: "spaces", header: t("list.spaces"), cell: (event) => event.spaces.join(" + ") },
    { key: "people", header: t("list.people"), align: "end", cell: (event) => event.headCount ?? "" },
    { key: "client", header: t("list.client"), hideOnPhone: true, cell: (event) => event.clientName ?? "" },
    {
      key: "number",
      header: t("list.number"),
      sortable: true,
      align: "end",
      hideOnPhone: true,
      cell: (event) => event.number,
    },
  ];
  return (
    <Table
      caption={t("list.caption")}
      columns={columns}
      rows={events}
      rowKey={(event) => event.id}
      rowHref={(event) => `/events/${event.id}`}
      url={url}
      empty={empty}
    />
  );
}
