import ts from "typescript";
import { isVerbFile } from "./file-names";
import type { Finding, Problem } from "./finding";
import { filesUnder, nodesOf, syntaxOf } from "./source-tree";

/**
 * A verb file exports a function of its own name that takes `ctx` first, says in a docstring what it does and refuses,
 * and asks `authorize(` (or one of its kind, for a person, anyone, or a job) before it opens a `transaction(`.
 */
export function verbFiles(root: string): Finding {
  const files = filesUnder(root, "src/features").filter(isVerbFile);
  const problems = files.flatMap((file): Problem[] =>
    whatIsWrong(syntaxOf(root, file), verbName(file)).map((text) => ({ file, text })),
  );
  return { seen: files.length, problems };
}

/** `send-quote.ts` exports `sendQuote`. */
export function verbName(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.ts$/, "");
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function whatIsWrong(source: ts.SourceFile, name: string): string[] {
  const verb = source.statements
    .filter(ts.isFunctionDeclaration)
    .find((it) => it.name?.text === name && isExported(it));
  if (!verb) return [`exports no function ${name}`];
  const first = verb.parameters[0]?.name.getText();
  const authorizes = firstCall(verb, /^authorize(Person|Anyone|System)?$/);
  const opens = firstCall(verb, /^transaction$/);
  return [
    ...(first === "ctx" ? [] : [`${name} does not take ctx first`]),
    ...(ts.getJSDocCommentsAndTags(verb).length > 0 ? [] : [`${name} has no docstring`]),
    ...(authorizes === null ? [`${name} never calls authorize(`] : []),
    ...(opens === null ? [`${name} opens no transaction(`] : []),
    ...(authorizes !== null && opens !== null && opens < authorizes
      ? [`${name} opens its transaction( before it calls authorize(`]
      : []),
  ];
}

function isExported(declaration: ts.FunctionDeclaration): boolean {
  return declaration.modifiers?.some((it) => it.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** Where the function is first called inside `node`, or null. Calls in nested functions count: they run in it. */
function firstCall(node: ts.Node, callee: RegExp): number | null {
  for (const it of nodesOf(node)) {
    if (ts.isCallExpression(it) && callee.test(it.expression.getText())) return it.getStart();
  }
  return null;
}
