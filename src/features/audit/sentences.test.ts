import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import en from "../../../messages/en/audit.json";
import es from "../../../messages/es/audit.json";
import { auditNouns } from "./rules";

/** Every `audit(tx, "noun.verb", ...)` of the product, wherever the name stands among the arguments. */
const calls = sourceFiles("src").flatMap(auditCalls);
const actions = [...new Set(calls.flatMap(({ names }) => names))].sort();

describe("the names of what is written down", () => {
  it("are found in the code, and stand there as they are", () => {
    expect(actions.length).toBeGreaterThan(40);
    expect(calls.filter(({ names }) => names.length === 0)).toEqual([]);
  });

  it.each(actions)("%s speaks of a noun of the filter", (action) => {
    expect(auditNouns.map(String)).toContain(action.split(".")[0]);
  });
});

describe.each([
  ["es", es],
  ["en", en],
])("in %s", (locale, messages) => {
  const t = createTranslator({ locale, messages: { audit: messages }, namespace: "audit", onError: fail });

  it.each(actions)("%s is a sentence", (action) => {
    const sentence = t.markup(`actions.${action}` as "actions.event.held", {
      subject: "Boda Núñez",
      b: (text) => `[${text}]`,
    });
    expect(sentence).not.toContain("{");
    expect(sentence.length).toBeGreaterThan(5);
  });

  it("no sentence is left of an action that is gone", () => {
    const written = Object.entries(messages.actions).flatMap(([noun, verbs]) =>
      Object.keys(verbs).map((verb) => `${noun}.${verb}`),
    );
    expect(written.filter((action) => !actions.includes(action))).toEqual([]);
  });

  it.each(auditNouns)("the noun %s has a name", (noun) => {
    expect(messages.nouns[noun]).toBeTruthy();
  });
});

function fail(error: Error): never {
  throw error;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function auditCalls(file: string): { place: string; names: string[] }[] {
  const text = readFileSync(file, "utf8");
  if (!/\baudit\w*\(/.test(text) || file.endsWith("audit/audit.ts")) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: { place: string; names: string[] }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^audit(InEveryPlace)?$/.test(node.expression.getText())) {
      const said = node.arguments.slice(1, 3).flatMap(actionNames);
      const names = said.length > 0 ? said : literalsOf(source); // a variable: its values stand in the same file
      found.push({ place: `${file}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}`, names });
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function literalsOf(node: ts.Node): string[] {
  const own = ts.isStringLiteral(node) ? actionNames(node) : [];
  const below: string[] = [];
  node.forEachChild((child) => void below.push(...literalsOf(child)));
  return [...own, ...below];
}

/** `"a.b"`, and both sides of `condition ? "a.b" : "a.c"`. */
function actionNames(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node)) return /^[a-z_]+\.[a-z_]+$/.test(node.text) ? [node.text] : [];
  return ts.isConditionalExpression(node) ? [...actionNames(node.whenTrue), ...actionNames(node.whenFalse)] : [];
}
