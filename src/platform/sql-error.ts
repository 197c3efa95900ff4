import type { DatabaseError } from "pg";

/**
 * Says where in a file of many statements PostgreSQL stopped, in words for whoever has to mend it: line and column,
 * message, SQLSTATE, detail, hint and the line itself. `finished` counts the statements that came through before it,
 * and finds the line of those errors for which PostgreSQL gives no position (a violated constraint, say).
 */
export function describeSqlError(sql: string, error: unknown, finished: number): string {
  if (!isDatabaseError(error)) return `: ${error instanceof Error ? error.message : String(error)}`;
  const offset = error.position ? offsetOf(sql, Number(error.position)) : statementStarts(sql)[finished];
  const before = offset === undefined ? undefined : sql.slice(0, offset).split("\n");
  const place = before ? ` at line ${before.length}, column ${[...(before.at(-1) ?? "")].length + 1}` : "";
  const line = before ? sql.split("\n")[before.length - 1] : undefined;
  return [
    `${place.trimStart()}: ${error.message} (SQLSTATE ${error.code ?? "unknown"})`.trimStart(),
    line === undefined ? undefined : `  > ${line.trim()}`,
    error.detail && `  Detail: ${error.detail}`,
    error.hint && `  Hint: ${error.hint}`,
    error.where && `  Where: ${error.where}`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** PostgreSQL counts characters from 1, JavaScript UTF-16 units from 0. */
function offsetOf(sql: string, position: number): number {
  return [...sql].slice(0, position - 1).join("").length;
}

/**
 * Offset of the first character of each statement. Knows comments, quoted strings and names, dollar
 * quotes and `begin atomic` bodies well enough to name a line; it never decides what is run.
 */
export function statementStarts(sql: string): number[] {
  const starts: number[] = [];
  let open = false;
  let atomic = 0;
  let offset = 0;
  for (const [token] of sql.matchAll(tokens)) {
    if (token === ";" && atomic === 0) open = false;
    else if (!open && !isBlank(token)) {
      open = true;
      starts.push(offset);
    }
    if (/^begin\s+atomic$/i.test(token) || (atomic > 0 && /^case$/i.test(token))) atomic++;
    else if (atomic > 0 && /^end$/i.test(token)) atomic--;
    offset += token.length;
  }
  return starts;
}

const tokens = new RegExp(
  [
    "--[^\\n]*",
    "/\\*[^]*?\\*/",
    "\\be'(?:[^'\\\\]|\\\\[^]|'')*'",
    "'(?:[^']|'')*'",
    '"(?:[^"]|"")*"',
    "(\\$(?:[a-z_]\\w*)?\\$)[^]*?\\1",
    "\\bbegin\\s+atomic\\b",
    "\\w+",
    "\\s+",
    "[^]",
  ].join("|"),
  "giu",
);

function isBlank(token: string): boolean {
  return token === ";" || token.trim() === "" || token.startsWith("--") || token.startsWith("/*");
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && "severity" in error && "code" in error;
}
