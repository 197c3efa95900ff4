/** Something that a check found wrong in a file. */
export type Problem = { file: string; text: string };

/** What a check looked at, and what it found. A check that looked at nothing has failed. */
export type Finding = { seen: number; problems: Problem[] };

/** Files to which a check does not apply, each with the reason. */
export type Allowances = Readonly<Record<string, string>>;

/**
 * Takes out what is allowed, and adds what is wrong with the checking itself: nothing was looked at, or an allowance
 * is no longer needed.
 */
export function judge(finding: Finding, allowed: Allowances): Problem[] {
  const needed = new Set(finding.problems.map((problem) => problem.file));
  const stale = Object.keys(allowed).filter((file) => !needed.has(file));
  return [
    ...(finding.seen === 0 ? [{ file: ".", text: "looked at no file, so it proves nothing" }] : []),
    ...finding.problems.filter((problem) => !(problem.file in allowed)),
    ...stale.map((file) => ({ file, text: "is allowed in bin/checks/allowed.ts and no longer needs it" })),
  ];
}
