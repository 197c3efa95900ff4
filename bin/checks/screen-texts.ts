import ts from "typescript";
import type { Finding, Problem } from "./finding";
import { filesUnder, isTest, lineOf, nodesOf, syntaxOf } from "./source-tree";

const readAloud =
  /^(alt|title|label|placeholder|description|aria-(label|description|placeholder|roledescription|valuetext))$/;
const word = /\p{L}{2,}/u;

/**
 * What a person reads comes from messages/: no words between tags, in a string that stands where text would, or in
 * an attribute that is shown or read aloud. A rule of thumb on the syntax: it cannot see a text passed by a variable.
 */
export function screenTexts(root: string): Finding {
  const files = filesUnder(root, "src").filter((file) => file.endsWith(".tsx") && !isTest(file) && !isSample(file));
  const problems = files.flatMap((file): Problem[] =>
    [...nodesOf(syntaxOf(root, file))].flatMap((node) =>
      literalsShownBy(node)
        .filter((text) => word.test(text))
        .map((text) => ({ file, text: `line ${lineOf(node)} shows a text that is not in messages/: ${text.trim()}` })),
    ),
  );
  return { seen: files.length, problems };
}

/** The page of the kit, in development only, shows components with names of people and places that are made up. */
function isSample(file: string): boolean {
  return file.startsWith("src/app/dev/");
}

function literalsShownBy(node: ts.Node): string[] {
  if (isForMachines(node)) return [];
  if (ts.isJsxText(node)) return [node.text.replace(/&\w+;/g, "")];
  if (ts.isJsxAttribute(node)) {
    if (!readAloud.test(node.name.getText()) || !node.initializer) return [];
    return ts.isStringLiteral(node.initializer) ? [node.initializer.text] : inBraces(node.initializer);
  }
  const isChild = ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent));
  return isChild ? inBraces(node) : [];
}

/** What is printed on a key and what is typed at a prompt is the same in every language. */
function isForMachines({ parent }: ts.Node): boolean {
  return parent && ts.isJsxElement(parent) && /^(kbd|code|pre)$/i.test(parent.openingElement.tagName.getText());
}

/** `{"text"}`, `{`text`}`, and both branches of `{condition ? "one" : "other"}`. */
function inBraces(node: ts.Node): string[] {
  if (!ts.isJsxExpression(node) || !node.expression) return [];
  return literalsOf(node.expression);
}

function literalsOf(expression: ts.Expression): string[] {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression)) {
    return [expression.head.text, ...expression.templateSpans.map((span) => span.literal.text)];
  }
  if (ts.isParenthesizedExpression(expression)) return literalsOf(expression.expression);
  if (ts.isConditionalExpression(expression)) {
    return [...literalsOf(expression.whenTrue), ...literalsOf(expression.whenFalse)];
  }
  const isChoice = ts.isBinaryExpression(expression) && /^(&&|\|\||\?\?)$/.test(expression.operatorToken.getText());
  return isChoice ? literalsOf(expression.right) : [];
}
