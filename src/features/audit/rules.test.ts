import { describe, expect, it } from "vitest";
import { changedFields, csvCell, pageOfSubject } from "./rules";

describe("the fields of an entry", () => {
  it("have both sides, whichever is missing", () => {
    expect(changedFields({ name: "A", city: "Rosario" }, { name: "B" })).toEqual([
      { name: "name", before: "A", after: "B" },
      { name: "city", before: "Rosario", after: undefined },
    ]);
    expect(changedFields(null, { name: "B", id: "1" })).toEqual([{ name: "name", before: undefined, after: "B" }]);
    expect(changedFields(null, null)).toEqual([]);
  });
});

describe("a cell of CSV", () => {
  it.each([
    ["plain", "plain"],
    ['with "quotes", and commas', '"with ""quotes"", and commas"'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", "'=1+1"],
    ["-2", "'-2"],
    ["@x", "'@x"],
    ["+52 33", "'+52 33"],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ])("%s is %s", (value, cell) => expect(csvCell(value)).toBe(cell));
});

describe("the page of a subject", () => {
  it("is the event's own, or the list that has it", () => {
    expect(pageOfSubject("event", "1")).toBe("/events/1");
    expect(pageOfSubject("member", "1")).toBe("/settings/members");
    expect(pageOfSubject("account", "1")).toBeNull();
    expect(pageOfSubject("event", null)).toBeNull();
  });
});
