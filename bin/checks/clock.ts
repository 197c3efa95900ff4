import ts from "typescript";
import { coreFiles } from "./file-names";
import type { Finding, Problem } from "./finding";
import { lineOf, nodesOf, syntaxOf } from "./source-tree";

/** In the core `now` is an argument: no file of kernel or features makes a Date or reads a clock. */
export function clockReads(root: string): Finding {
  const files = coreFiles(root);
  const problems = files.flatMap((file): Problem[] =>
    [...nodesOf(syntaxOf(root, file))].filter(readsClock).map((node) => ({
      file,
      text: `line ${lineOf(node)} reads the clock or makes a Date: take now as an argument, use Temporal`,
    })),
  );
  return { seen: files.length, problems };
}

function readsClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return node.expression.getText() === "Date";
  return ts.isCallExpression(node) && /^(Date(\.now)?|Temporal\.Now\.\w+)$/.test(node.expression.getText());
}
