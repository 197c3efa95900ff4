"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/button";
import { IconButton } from "@/components/icon-button";

export type RowListProps<Row> = {
  /** The field that carries the rows as JSON. */
  name: string;
  first: readonly Row[];
  blank: Row;
  addLabel: string;
  removeLabel: (row: Row, index: number) => string;
  children: (row: Row, change: (part: Partial<Row>) => void, index: number) => ReactNode;
};

/** Rows that come and go in the browser and travel as one field. */
export function RowList<Row>({ name, first, blank, addLabel, removeLabel, children }: RowListProps<Row>) {
  const [rows, setRows] = useState(() => first.map(keyed));
  const sent = rows.map(({ row }) => row);
  const change = (key: number, part: Partial<Row>) =>
    setRows((now) => now.map((one) => (one.key === key ? { key, row: { ...one.row, ...part } } : one)));
  return (
    <>
      <input type="hidden" name={name} value={JSON.stringify(sent)} />
      <ul className="flex flex-col gap-3">
        {rows.map(({ key, row }, index) => (
          <li key={key} className="flex items-start gap-2 rounded border border-line bg-surface p-3.5">
            <div className="min-w-0 grow">{children(row, (part) => change(key, part), index)}</div>
            {rows.length > 1 && (
              <IconButton
                icon="x"
                label={removeLabel(row, index)}
                onClick={() => setRows((now) => now.filter((one) => one.key !== key))}
              />
            )}
          </li>
        ))}
      </ul>
      <div>
        <Button icon="plus" onClick={() => setRows((now) => [...now, keyed(blank)])}>
          {addLabel}
        </Button>
      </div>
    </>
  );
}

let keys = 0;

function keyed<Row>(row: Row): { key: number; row: Row } {
  return { key: ++keys, row };
}
