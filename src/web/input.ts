import type { z } from "zod";
import { type FieldIssue, InvalidInput } from "@/kernel/errors";

/** Parses with the schema, or throws `InvalidInput` with an issue per field. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const hidden = pathOfNul(raw);
  if (hidden !== null) throw new InvalidInput([{ path: hidden, code: "invalid" }]);
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.map(toFieldIssue));
}

/** A form as an object: `name[]` is a list, an empty field is absent, files stay files. */
export function formToObject(form: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    if (name.endsWith("[]")) fields[name.slice(0, -2)] = form.getAll(name).filter((value) => value !== "");
    else if (form.get(name) !== "") fields[name] = form.get(name);
  }
  return fields;
}

/** Where a text has U+0000, which PostgreSQL cannot store and nobody types; null when there is none. */
function pathOfNul(value: unknown, path = ""): string | null {
  if (typeof value === "string") return value.includes("\u0000") ? path : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = pathOfNul(inner, path === "" ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

/** Codes that have a text in messages/<language>/errors.json under `field`. */
function toFieldIssue(issue: z.core.$ZodIssue): FieldIssue {
  const path = issue.path.join(".");
  switch (issue.code) {
    case "invalid_type":
      return { path, code: issue.input === undefined ? "required" : "invalid" };
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) === 1
        ? { path, code: "required" }
        : { path, code: `too_small_${sized(issue.origin)}`, params: { minimum: Number(issue.minimum) } };
    case "too_big":
      return { path, code: `too_big_${sized(issue.origin)}`, params: { maximum: Number(issue.maximum) } };
    case "invalid_format":
      return { path, code: issue.format === "email" ? "email" : "invalid" };
    case "custom":
      return { path, code: typeof issue.params?.code === "string" ? issue.params.code : "invalid" };
    case "unrecognized_keys":
      return { path: [path, issue.keys[0]].filter(Boolean).join("."), code: "unknown_field" };
    default:
      return { path, code: "invalid" };
  }
}

function sized(origin: string): "text" | "list" | "number" {
  if (origin === "string") return "text";
  return origin === "array" || origin === "set" ? "list" : "number";
}
