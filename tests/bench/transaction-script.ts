import type { Statement } from "./statements";

/** A piece of a value: as it was, or made anew in each run (the same wherever it stood). */
export type Piece = string | { fresh: string };

/** A value of a statement: pieces (null is null), or what an earlier statement of the same run gave back. */
export type Slot = { kind: "made"; pieces: Piece[] | null } | Chained;
type Chained = { kind: "chained"; from: number; column: string };

/** The statements of one request, so that they can be run again and again. */
export type Script = { text: string; slots: Slot[] }[];

/** Ids, and SHA-256 in hex: what must be unique and was made by the request itself. */
const unique = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b/gi;

/**
 * Makes what one request sent repeatable: ids and hashes that it neither was given nor read were made by it, so they are
 * made anew in each run; a number that an earlier write gave back (a counter) is taken from that write again.
 * `given` is what of the request stays the same.
 */
export function scriptOf(statements: readonly Statement[], given: string): Script {
  const known = [given];
  const isFresh = (id: string) => !known.some((text) => text.includes(id));
  return statements.map(({ text, values, rows }, index) => {
    const slots = values.map((value): Slot => {
      const chained = typeof value === "number" ? giverOf(value, statements.slice(0, index)) : null;
      if (chained) return chained;
      const written = inPostgres(value);
      return { kind: "made", pieces: written === null ? null : piecesOf(written, isFresh) };
    });
    if (!isWrite(text))
      known.push(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? `${value}` : value)));
    return { text, slots };
  });
}

/** What a run makes anew, each once. */
export function freshOf(script: Script): string[] {
  const pieces = script.flatMap(({ slots }) =>
    slots.flatMap((slot) => (slot.kind === "made" ? (slot.pieces ?? []) : [])),
  );
  return [...new Set(pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.fresh])))];
}

function piecesOf(text: string, isFresh: (id: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: id, index } of text.matchAll(unique)) {
    if (!isFresh(id)) continue;
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push({ fresh: id });
    end = index + id.length;
  }
  if (end < text.length || pieces.length === 0) pieces.push(text.slice(end));
  return pieces;
}

function giverOf(value: number, earlier: readonly Statement[]): Chained | null {
  for (const [from, { text, rows }] of earlier.entries()) {
    const [row] = rows;
    if (!row || rows.length > 1 || !isWrite(text)) continue;
    const column = Object.keys(row).find((name) => row[name] === value);
    if (column) return { kind: "chained", from, column };
  }
  return null;
}

/** What a write returns was in its values, or is a new number. */
function isWrite(text: string): boolean {
  return /^\s*(insert|update|delete)\b/i.test(text);
}

function inPostgres(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map((item) => JSON.stringify(String(item))).join(",")}}`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
