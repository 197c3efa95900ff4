import { InvalidInput } from "./errors";

/** One page of a list, and where the next one starts: null on the last page. */
export type Page<Item> = { items: Item[]; nextCursor: string | null };

/** A place in a list as an opaque text: the sort values of the last item that was shown. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The sort values of a cursor; throws `InvalidInput` for a text that this program did not make. */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(values) && values.length === length && values.every(isSortValue)) return values;
  } catch {
    // falls through to the refusal
  }
  throw new InvalidInput([{ path: "cursor", code: "invalid" }]);
}

/** Cuts a list that was fetched with one item more than `size` into a page. */
export function toPage<Row>(rows: Row[], size: number, place: (row: Row) => readonly (string | number)[]): Page<Row> {
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > size && last ? encodeCursor(place(last)) : null };
}

function isSortValue(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
