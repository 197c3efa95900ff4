import { describe, expect, it } from "vitest";
import { z } from "zod";
import { InvalidInput } from "@/kernel/errors";
import { formToObject, parseInput } from "./input";

describe("a form as an object", () => {
  it("makes lists of name[], leaves out what is empty and what is Next's own", () => {
    const form = new FormData();
    form.set("name", "Quinta");
    form.set("note", "");
    form.append("roles[]", "sales");
    form.append("roles[]", "door");
    form.append("roles[]", "");
    form.set("$ACTION_ID_1", "x");
    expect(formToObject(form)).toEqual({ name: "Quinta", roles: ["sales", "door"] });
  });

  it("keeps a list that has nothing chosen as an empty one", () => {
    const form = new FormData();
    form.append("roles[]", "");
    expect(formToObject(form)).toEqual({ roles: [] });
  });
});

describe("parsing", () => {
  const schema = z.object({
    name: z.string().min(1).max(5),
    people: z.coerce.number().int().min(1).max(10).optional(),
    email: z.email().optional(),
    roles: z.array(z.string()).min(1).optional(),
    zone: z
      .string()
      .refine(() => false, { params: { code: "time_zone" } })
      .optional(),
  });

  it.each([
    [{}, [{ path: "name", code: "required" }]],
    [{ name: "" }, [{ path: "name", code: "required" }]],
    [{ name: "sixsix" }, [{ path: "name", code: "too_big_text", params: { maximum: 5 } }]],
    [{ name: "a", people: "0" }, [{ path: "people", code: "too_small_number", params: { minimum: 1 } }]],
    [{ name: "a", people: "many" }, [{ path: "people", code: "invalid" }]],
    [{ name: "a", email: "x" }, [{ path: "email", code: "email" }]],
    [{ name: "a", roles: [] }, [{ path: "roles", code: "too_small_list", params: { minimum: 1 } }]],
    [{ name: "a", zone: "Mars" }, [{ path: "zone", code: "time_zone" }]],
  ])("%j is refused with a code for each field", (raw, issues) => {
    expect(issuesOf(() => parseInput(schema, raw))).toEqual(issues);
  });

  it("refuses a NUL wherever it hides, which PostgreSQL could not store", () => {
    expect(issuesOf(() => parseInput(schema, { name: "a", roles: ["b\u0000"] }))).toEqual([
      { path: "roles.0", code: "invalid" },
    ]);
  });

  it("has a text in both languages for every code", async () => {
    const codes = ["required", "invalid", "email", "unknown_field", "time_zone"];
    const sized = ["text", "list", "number"].flatMap((kind) => [`too_small_${kind}`, `too_big_${kind}`]);
    for (const language of ["es", "en"]) {
      const { default: texts } = await import(`../../messages/${language}/errors.json`);
      expect(Object.keys(texts.field)).toEqual(expect.arrayContaining([...codes, ...sized]));
    }
  });
});

function issuesOf(parse: () => unknown) {
  try {
    parse();
  } catch (error) {
    if (error instanceof InvalidInput) return error.issues;
  }
  return "accepted";
}
