import type { Statement } from "./statements";

/** A value of a statement: as it was, a new id each time, or what an earlier statement of the same run gave back. */
export type Slot = { kind: "constant"; value: string | null } | { kind: "fresh"; id: string } | Chained;
type Chained = { kind: "chained"; from: number; column: string };

/** The statements of one request, so that they can be run again and again. */
export type Script = { text: string; slots: Slot[] }[];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Makes what one request sent repeatable: ids that it neither was given nor read were made by it, so they are made anew
 * in each run; a number that an earlier write gave back (the number of the event) is taken from that write again.
 * `given` is the request as text, without what has to be new each time.
 */
export function scriptOf(statements: readonly Statement[], given: string): Script {
  const known = new Set([given]);
  const isKnown = (id: string) => [...known].some((text) => text.includes(id));
  return statements.map(({ text, values, rows }, index) => {
    const slots = values.map((value): Slot => {
      const chained = typeof value === "number" ? giverOf(value, statements.slice(0, index)) : null;
      if (chained) return chained;
      const written = inPostgres(value);
      if (written !== null && uuid.test(written) && !isKnown(written)) return { kind: "fresh", id: written };
      return { kind: "constant", value: written };
    });
    known.add(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value)));
    return { text, slots };
  });
}

/** The ids that a run makes, each once. */
export function freshIds(script: Script): string[] {
  return [...new Set(script.flatMap(({ slots }) => slots.flatMap((slot) => (slot.kind === "fresh" ? [slot.id] : []))))];
}

function giverOf(value: number, earlier: readonly Statement[]): Chained | null {
  for (const [from, { text, rows }] of earlier.entries()) {
    const [row] = rows;
    if (!row || rows.length > 1 || !/^\s*(insert|update)\b/i.test(text)) continue;
    const column = Object.keys(row).find((name) => row[name] === value);
    if (column) return { kind: "chained", from, column };
  }
  return null;
}

function inPostgres(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((item) => JSON.stringify(String(item))).join(",")}}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
