import type { Finding, Problem } from "./finding";
import { filesUnder, isTest, textOf } from "./source-tree";

const verbs =
  `accept add archive cancel change check close complete confirm create deliver disable enable end expire export
  finish invite issue leave mark move open place purge queue record regenerate register release remove delete rename request
  resend reset restore retry revoke rotate send set sign start switch transfer update upload verify`.split(/\s+/);

const kebab = "[a-z0-9]+(?:-[a-z0-9]+)*";
const verbFile = new RegExp(`^(?:${verbs.join("|")})-${kebab}\\.ts$`);
const namedFile = /^(rules|schema|queries|store|jobs)\.ts$|^(emails|pdf)\.tsx$/;
const testFile = new RegExp(`^${kebab}(\\.concurrency)?(\\.db)?\\.test\\.tsx?$`);
const mailFile = new RegExp(`^emails/${kebab}\\.tsx$`);
const uiFile = new RegExp(`^ui/${kebab}(\\.test)?\\.tsx?$`);

const emptyWords = /(^|[^a-z])(utils?|helpers?|services?|managers?|common)([^a-z]|$)/i;
const generated = /^src\/platform\/db-types\.ts$/;
const longest = 300;

/** Whether the file is a write verb of a feature: its first word is a verb and it lies flat in the feature. */
export function isVerbFile(file: string): boolean {
  const name = file.match(/^src\/features\/[^/]+\/([^/]+)$/)?.[1];
  return name !== undefined && verbFile.test(name);
}

/** A feature is a flat folder with a closed list of file names (ARCHITECTURE.md). */
export function featureFiles(root: string): Finding {
  const files = filesUnder(root, "src/features");
  const problems = files.flatMap((file): Problem[] => {
    const [, feature = "", name = ""] = file.match(/^src\/features\/([^/]+)\/(.+)$/) ?? [];
    const known =
      namedFile.test(name) ||
      verbFile.test(name) ||
      testFile.test(name) ||
      mailFile.test(name) ||
      uiFile.test(name) ||
      (feature === "identity" && name === "permissions.ts");
    return known
      ? []
      : [{ file, text: "is not in the vocabulary of a feature (verbs and names: bin/checks/file-names.ts)" }];
  });
  return { seen: files.length, problems };
}

/** Names that say nothing, barrels, and anything that is not kebab-case. */
export function plainNames(root: string): Finding {
  const files = ["src", "bin", "tests"].flatMap((folder) => filesUnder(root, folder));
  const problems = files.flatMap((file): Problem[] => [
    ...(emptyWords.test(file) ? [{ file, text: "has a name that could hold anything: say what it does" }] : []),
    ...(/(^|\/)index\.[a-z]+$/.test(file) ? [{ file, text: "is a barrel: import from the file itself" }] : []),
    ...(file.startsWith("src/") && !isKebab(file) ? [{ file, text: "is not kebab-case" }] : []),
  ]);
  return { seen: files.length, problems };
}

/** Next's own marks are taken off first: (group), [param], [...rest], @slot, _private, .well-known. */
function isKebab(file: string): boolean {
  const part = new RegExp(`^[@_.]?${kebab}(\\.${kebab})*$`);
  return file.split("/").every((segment) => {
    if (file.startsWith("src/app/") && /^\[{1,2}(\.{3})?[a-zA-Z0-9-]+\]{1,2}$/.test(segment)) return true;
    return part.test(segment.replace(/^\((.+)\)$/, "$1"));
  });
}

/** No source file is longer than a person reads in one go. */
export function fileSizes(root: string): Finding {
  const files = filesUnder(root, "src").filter((file) => /\.(tsx?|css)$/.test(file) && !generated.test(file));
  const problems = files.flatMap((file): Problem[] => {
    const lines = textOf(root, file).trimEnd().split("\n").length;
    return lines > longest ? [{ file, text: `has ${lines} lines; split it before ${longest}` }] : [];
  });
  return { seen: files.length, problems };
}

/** The files of the core in which the time is an argument. */
export function coreFiles(root: string): string[] {
  return ["src/kernel", "src/features"]
    .flatMap((folder) => filesUnder(root, folder))
    .filter((file) => /\.tsx?$/.test(file) && !isTest(file));
}
