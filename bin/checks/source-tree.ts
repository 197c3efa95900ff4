import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import ts from "typescript";

/** Files under `root`/`folder`, as sorted paths from `root` with forward slashes. None when there is no such folder. */
export function filesUnder(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .map((path) => path.split(sep).join("/"))
    .sort();
}

/** The text of a file of the tree. */
export function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Whether the file is a test, to which the rules for product code do not apply. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

/** The syntax tree of a TypeScript file, without types: fast, and enough to read names and texts. */
export function syntaxOf(root: string, file: string): ts.SourceFile {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, textOf(root, file), ts.ScriptTarget.Latest, true, kind);
}

/** Every node of the tree, parents before children. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** The line of a node, counted from 1. */
export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
