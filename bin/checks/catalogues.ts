import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import type { Finding, Problem } from "./finding";
import { filesUnder, textOf } from "./source-tree";

/** The languages of the product; every other one is compared with the first. */
const languages = ["es", "en"];

/** Every text exists in every language, says something, can be parsed as ICU, and takes the same arguments. */
export function catalogues(root: string): Finding {
  const [spanish, ...others] = languages.map((language) => textsOf(root, language));
  if (!spanish) return { seen: 0, problems: [] };
  const texts = [spanish, ...others].flatMap((language) => [...language.values()]);
  const problems = [
    ...texts.flatMap(whatIsWrong),
    ...others.flatMap((other) => [...missingFrom(other, spanish), ...missingFrom(spanish, other)]),
    ...others.flatMap((other) => [...other.values()].flatMap((text) => differs(spanish.get(text.path), text))),
  ];
  return { seen: texts.length, problems };
}

/** `path` is the namespace and the key: `auth.sign_in.title`. */
type Text = { path: string; file: string; message: string };

function textsOf(root: string, language: string): Map<string, Text> {
  const folder = `messages/${language}`;
  const texts = filesUnder(root, folder).flatMap((file) => {
    const namespace = file.slice(folder.length + 1).replace(/\.json$/, "");
    const tree: unknown = JSON.parse(textOf(root, file));
    return leavesOf(tree, namespace).map(([path, message]): Text => ({ path, file, message }));
  });
  return new Map(texts.map((text) => [text.path, text]));
}

function leavesOf(tree: unknown, path: string): [string, string][] {
  if (typeof tree === "string") return [[path, tree]];
  if (typeof tree !== "object" || tree === null) return [[path, ""]];
  return Object.entries(tree).flatMap(([key, value]) => leavesOf(value, `${path}.${key}`));
}

function whatIsWrong(text: Text): Problem[] {
  if (text.message.trim() === "") return [{ file: text.file, text: `${text.path} is empty or not a text` }];
  if (argumentsOf(text) === null) return [{ file: text.file, text: `${text.path} is not valid ICU: ${text.message}` }];
  return [];
}

function missingFrom(there: Map<string, Text>, here: Map<string, Text>): Problem[] {
  return [...here.values()]
    .filter(({ path }) => !there.has(path))
    .map(({ path, file }) => ({ file, text: `${path} is missing in the other language` }));
}

function differs(spanish: Text | undefined, other: Text): Problem[] {
  const expected = spanish ? argumentsOf(spanish) : null;
  const found = argumentsOf(other);
  if (expected === null || found === null || expected === found) return [];
  return [{ file: other.file, text: `${other.path} takes (${found}), in the first language (${expected})` }];
}

/** The names of the arguments and tags, sorted, as one text to compare; null when the message cannot be parsed. */
function argumentsOf({ message }: Text): string | null {
  try {
    return [...new Set(namesIn(parse(message)))].sort().join(", ");
  } catch {
    return null;
  }
}

function namesIn(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...namesIn(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap((option) => namesIn(option.value))];
    }
    return [element.value];
  });
}
