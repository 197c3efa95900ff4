import { freshOf, type Piece, type Script, type Slot } from "./transaction-script";

/**
 * The script as pgbench reads it. Where the application sends several statements in one message, a pipeline does. What
 * is made anew comes from one query more at the beginning, because pgbench itself makes numbers only.
 */
export function pgbenchFile(script: Script): string {
  const made = new Map<string, string>(); // the expression of a value that is new in each run, and its name
  const fresh = freshOf(script);
  const nameOf = (pieces: Piece[]) => {
    const expression = pieces.map((piece) => expressionOf(piece, fresh)).join(" || ");
    const name = made.get(expression) ?? `made${made.size}`;
    made.set(expression, name);
    return name;
  };
  const gives = new Set(
    script.flatMap(({ slots }) => slots.flatMap((slot) => (slot.kind === "chained" ? [slot.from] : []))),
  );
  const lines = script.flatMap(({ text, slots }, index) => {
    const parts = text.split(/;\s*/).filter(Boolean);
    if (parts.length > 1)
      return ["\\startpipeline", ...parts.map((part) => `${withoutColons(part)};`), "\\endpipeline"];
    const filled = fill(withoutColons(text), slots, nameOf);
    return gives.has(index) ? [`${filled} \\gset r${index}_`] : [`${filled};`];
  });
  const first = made.size === 0 ? [] : [beginning(made, fresh)];
  return `${[...first, ...lines].join("\n")}\n`;
}

function beginning(made: Map<string, string>, fresh: string[]): string {
  const values = [...made].map(([expression, name]) => `${expression} as ${name}`);
  const ids = fresh.map((id, index) => `${id.length === 64 ? hash : "gen_random_uuid()::text"} as fresh${index}`);
  return `select ${values.join(", ")} from (select ${ids.join(", ")}) as new \\gset`;
}

const hash = "replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')";

function expressionOf(piece: Piece, fresh: string[]): string {
  return typeof piece === "string" ? literal(piece) : `fresh${fresh.indexOf(piece.fresh)}`;
}

function fill(text: string, slots: readonly Slot[], nameOf: (pieces: Piece[]) => string): string {
  return text.replace(/\$(\d+)/g, (_, number) => {
    const slot = slots[Number(number) - 1];
    if (!slot) throw new Error(`No value for $${number} in: ${text}`);
    if (slot.kind === "chained") return `:r${slot.from}_${slot.column}`;
    if (slot.pieces === null) return "null";
    const constant = slot.pieces.every((piece) => typeof piece === "string");
    return constant ? literal(slot.pieces.join("")) : `:${nameOf(slot.pieces)}`;
  });
}

/** pgbench takes a colon for a variable, inside of quotes too, so literals write it as an escape. */
function withoutColons(text: string): string {
  return text.replace(/'((?:[^']|'')*)'/g, (whole, inner: string) =>
    inner.includes(":") ? literal(inner.replaceAll("''", "'")) : whole,
  );
}

function literal(value: string): string {
  if (!/[\\:\n]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const escaped = value.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll(":", "\\072").replaceAll("\n", "\\n");
  return `E'${escaped}'`;
}
