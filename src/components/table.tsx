import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Icon } from "./icon";
import { type ListUrl, sortDirection, sortHref } from "./list-url";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Needs `url`; the key is what `?sort=` carries. */
  sortable?: boolean;
  align?: "start" | "end";
  /** Not worth a line in the card that a row becomes on a phone. */
  hideOnPhone?: boolean;
  /** The header is read aloud but not drawn: a column of buttons. */
  hideHeader?: boolean;
  className?: string;
};

export type TableProps<Row> = {
  /** What the table holds, for those who hear it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the whole row a door; the first column's content is the link's text. */
  rowHref?: (row: Row) => string;
  url?: ListUrl;
  /** Shown instead of the rows when there is none. */
  empty?: ReactNode;
};

// Safari forgets what a table is once its parts are drawn as blocks, so the roles are said again.
const ROLE = { table: { role: "table" }, row: { role: "row" }, cell: { role: "cell" }, group: { role: "rowgroup" } };

/** A table on a desk, cards on a phone; the same markup. */
export function Table<Row>({ caption, columns, rows, rowKey, rowHref, url, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <div className="rounded border border-line bg-surface">{empty}</div>;
  return (
    <table {...ROLE.table} className="list w-full border-separate border-spacing-0 text-sm max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead {...ROLE.group} className="max-md:sr-only">
        <tr {...ROLE.row}>
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} url={url} />
          ))}
        </tr>
      </thead>
      <tbody {...ROLE.group} className="max-md:flex max-md:flex-col max-md:gap-2.5">
        {rows.map((row) => (
          <tr key={rowKey(row)} {...ROLE.row}>
            {columns.map((column, index) => (
              <td key={column.key} {...ROLE.cell} className={cellClass(column)}>
                {index > 0 && !column.hideHeader && <span aria-hidden="true">{column.header}</span>}
                {index === 0 && rowHref ? (
                  <Link href={rowHref(row)} prefetch={false}>
                    {column.cell(row)}
                  </Link>
                ) : (
                  <span>{column.cell(row)}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the cell differs from the others; what they share is in table.css. */
function cellClass<Row>(column: Column<Row>): string | undefined {
  const own = cn(
    column.align === "end" && "end",
    column.hideHeader && "tools",
    column.hideOnPhone && "desk",
    column.className,
  );
  return own || undefined;
}

function HeaderCell<Row>({ column, url }: { column: Column<Row>; url?: ListUrl }) {
  const t = useTranslations("ui");
  const direction = url && column.sortable ? sortDirection(url, column.key) : undefined;
  return (
    <th
      scope="col"
      aria-sort={direction}
      className={cn(
        "sticky top-0 z-2 border-line border-y bg-paper px-3.5 py-1 text-left font-[560] text-muted text-xs first:rounded-tl first:border-l last:rounded-tr last:border-r",
        column.align === "end" && "text-right",
        column.className,
      )}
    >
      {url && column.sortable ? (
        <Link
          href={sortHref(url, column.key)}
          scroll={false}
          prefetch={false}
          className={cn("inline-flex min-h-6 items-center gap-1 hover:text-text", direction && "text-text")}
        >
          {column.header}
          <Icon
            name={direction === "ascending" ? "arrow-up" : direction === "descending" ? "arrow-down" : "switch"}
            className={cn("size-3", !direction && "opacity-60")}
          />
          {direction && (
            <span className="sr-only">{t(direction === "ascending" ? "list.sortedUp" : "list.sortedDown")}</span>
          )}
        </Link>
      ) : (
        <span className={cn(column.hideHeader && "sr-only")}>{column.header}</span>
      )}
    </th>
  );
}
