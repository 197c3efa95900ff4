import { freshIds, type Script, type Slot } from "./transaction-script";

/**
 * The script as pgbench reads it. Where the application sends several statements in one message, a pipeline does;
 * new ids come from one short query more, because pgbench itself makes numbers only.
 */
export function pgbenchFile(script: Script): string {
  const fresh = freshIds(script);
  const nameOf = (id: string) => `fresh${fresh.indexOf(id)}`;
  const gives = new Set(
    script.flatMap(({ slots }) => slots.flatMap((slot) => (slot.kind === "chained" ? [slot.from] : []))),
  );
  const ids = fresh.map((id) => `gen_random_uuid() as ${nameOf(id)}`).join(", ");
  const lines = script.map(({ text, slots }, index) => {
    const parts = text.split(/;\s*/).filter(Boolean);
    if (parts.length > 1)
      return ["\\startpipeline", ...parts.map((part) => `${withoutColons(part)};`), "\\endpipeline"];
    const filled = fill(withoutColons(text), slots, nameOf);
    return gives.has(index) ? [`${filled} \\gset r${index}_`] : [`${filled};`];
  });
  return `${[...(ids ? [`select ${ids} \\gset`] : []), ...lines.flat()].join("\n")}\n`;
}

function fill(text: string, slots: readonly Slot[], nameOf: (id: string) => string): string {
  return text.replace(/\$(\d+)/g, (_, number) => {
    const slot = slots[Number(number) - 1];
    if (!slot) throw new Error(`No value for $${number} in: ${text}`);
    if (slot.kind === "fresh") return `:${nameOf(slot.id)}`;
    if (slot.kind === "chained") return `:r${slot.from}_${slot.column}`;
    return slot.value === null ? "null" : literal(slot.value);
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
