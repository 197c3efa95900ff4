/** Checks the house's vocabulary: the names of files, what a verb file holds, texts, catalogues, clock, lock file. */
import { argv, cwd, exit } from "node:process";
import { allowed } from "./allowed";
import { catalogues } from "./catalogues";
import { clockReads } from "./clock";
import { featureFiles, fileSizes, plainNames } from "./file-names";
import { type Allowances, type Finding, judge } from "./finding";
import { lockfileHosts } from "./lockfile";
import { screenTexts } from "./screen-texts";
import { verbFiles } from "./verbs";

export const checks: Readonly<Record<string, (root: string) => Finding>> = {
  "feature files": featureFiles,
  "plain names": plainNames,
  "file sizes": fileSizes,
  verbs: verbFiles,
  clock: clockReads,
  "screen texts": screenTexts,
  catalogues,
  "lock file": lockfileHosts,
};

/** Runs every check over `root`. Returns the lines to print and how many problems there are. */
export function runChecks(root: string, allowances: Readonly<Record<string, Allowances>>) {
  const results = Object.entries(checks).map(([name, check]) => {
    const finding = check(root);
    const problems = judge(finding, allowances[name] ?? {});
    return { name, seen: finding.seen, problems };
  });
  return {
    lines: results.flatMap(({ name, seen, problems }) => [
      ...problems.map(({ file, text }) => `${file}: ${text} [${name}]`),
      `${name}: looked at ${seen}, ${problems.length} problems`,
    ]),
    problems: results.reduce((sum, { problems }) => sum + problems.length, 0),
  };
}

if (argv[1] === import.meta.filename) {
  const { lines, problems } = runChecks(cwd(), allowed);
  console.log(lines.join("\n"));
  exit(problems === 0 ? 0 : 1);
}
