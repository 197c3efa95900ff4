import { describe, expect, it } from "vitest";
import { describeSqlError, statementStarts } from "./sql-error";

function firstWords(sql: string): string[] {
  return statementStarts(sql).map((start) => sql.slice(start, start + 8));
}

describe("where statements begin", () => {
  it.each([
    ["plain ones", "select 1; select 2;\n\nselect 3", ["select 1", "select 2", "select 3"]],
    ["none", "  -- nothing\n;; /* here; */", []],
    ["a semicolon in a string", "select ';'';'; insert 1;", ["select '", "insert 1"]],
    ["a semicolon in an escape string", "select E'\\';'; insert 1;", ["select E", "insert 1"]],
    ["a semicolon in a name", 'select ";"; insert 1;', ['select "', "insert 1"]],
    ["a semicolon in a comment", "select 1 -- ; not here\n; insert 1;", ["select 1", "insert 1"]],
    ["a function in dollar quotes", "create f as $x$ begin; $$ ; end $x$; insert 1", ["create f", "insert 1"]],
    [
      "a function in begin atomic",
      "create f begin atomic select case 1 when 1 then 2 end; end; insert 1",
      ["create f", "insert 1"],
    ],
    ["letters that take two units", "select '🎉🎉'; insert 1", ["select '", "insert 1"]],
  ])("%s", (_what, sql, words) => {
    expect(firstWords(sql)).toEqual(words);
  });
});

describe("what is said", () => {
  const sql = "-- header\ncreate table a (id int);\n  insert into a values ('🎉', boom);\n";
  const databaseError = (fields: object) =>
    Object.assign(new Error("no such thing"), { severity: "ERROR", code: "42703", ...fields });

  it("takes PostgreSQL's position, which counts characters", () => {
    const position = String([...sql.slice(0, sql.indexOf("boom"))].length + 1);
    expect(describeSqlError(sql, databaseError({ position }), 1)).toBe(
      "at line 3, column 30: no such thing (SQLSTATE 42703)\n  > insert into a values ('🎉', boom);",
    );
  });

  it("finds the statement by counting when there is no position", () => {
    const text = describeSqlError(sql, databaseError({ detail: "Key exists.", hint: "Look." }), 1);
    expect(text).toContain("at line 3, column 3");
    expect(text).toContain("Detail: Key exists.\n  Hint: Look.");
  });

  it("says what else went wrong", () => {
    expect(describeSqlError(sql, new Error("Connection terminated"), 0)).toBe(": Connection terminated");
  });
});
