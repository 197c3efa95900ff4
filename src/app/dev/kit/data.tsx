import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { Chip } from "@/components/chip";
import { DescriptionList } from "@/components/description-list";
import { EmptyState } from "@/components/empty-state";
import { IconButton } from "@/components/icon-button";
import { ListToolbar } from "@/components/list-toolbar";
import type { ListUrl } from "@/components/list-url";
import { matches } from "@/components/palette-match";
import { type Column, Table } from "@/components/table";
import { KitHeat, KitMoney, KitTasks } from "./home-cards";
import type { Samples } from "./samples";

type Row = { id: string; name: string; phone: string; next: string; balance: string; late: boolean };

export function KitData({ t, url }: { t: Samples; url: ListUrl }) {
  const names = [...t.clients, "Asociación Civil para el Fomento de las Bellas Artes y la Cultura de Occidente"];
  const q = typeof url.params.q === "string" ? url.params.q : "";
  const rows = names
    .filter((name) => matches(q, name))
    .map((name, index): Row => {
      const late = index === 2;
      return {
        id: name,
        name,
        phone: `33 1234 567${index}`,
        next: `${t.event}, ${index + 1} jun`,
        balance: `$${18 + index},400`,
        late,
      };
    });
  return (
    <>
      <div>
        <ListToolbar
          url={url}
          searchLabel={t.tableSearch}
          filters={[
            { param: "stage", label: t.stage, options: t.stages.map((label) => ({ value: label, label })) },
            { param: "tag", label: t.tag, options: t.tags.map((label) => ({ value: label, label })) },
          ]}
          actions={
            <Button href="/dev/kit" icon="download">
              {t.export}
            </Button>
          }
        />
        <Table
          caption={t.table.caption}
          columns={columns(t)}
          rows={rows}
          rowKey={(row) => row.id}
          rowHref={() => "/dev/kit/shell"}
          url={url}
          empty={<EmptyState icon="search" title={t.emptyTitle} text={t.emptyText} />}
        />
      </div>
      <div className="grid items-start gap-3.5 lg:grid-cols-3">
        <KitMoney t={t} />
        <KitTasks t={t} />
        <KitHeat t={t} />
        <Card title={t.client} actions={<Chip tone="accent">{t.tags[1]}</Chip>}>
          <DescriptionList items={t.facts.map(([term, value]) => ({ term, value }))} />
        </Card>
      </div>
    </>
  );
}

function columns(t: Samples): Column<Row>[] {
  return [
    { key: "name", header: t.table.name, cell: (row) => row.name, sortable: true },
    { key: "phone", header: t.table.phone, cell: (row) => row.phone },
    { key: "next", header: t.table.next, cell: (row) => row.next, sortable: true },
    {
      key: "balance",
      header: t.table.balance,
      align: "end",
      sortable: true,
      cell: (row) => (row.late ? <Chip tone="danger">{row.balance}</Chip> : row.balance),
    },
    {
      key: "actions",
      header: t.table.actions,
      hideHeader: true,
      align: "end",
      cell: (row) => <IconButton icon="ellipsis" size="sm" label={`${t.more}: ${row.name}`} />,
    },
  ];
}
