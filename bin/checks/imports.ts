/**
 * Runs the import rules of .dependency-cruiser.cjs over src/, and refuses an answer that did not look at every file:
 * with a compiler it cannot use, dependency-cruiser sees no module and says that all is well.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { argv, cwd, execPath, exit } from "node:process";
import { filesUnder } from "./source-tree";

export type Violation = { rule: string; from: string; to: string };
export type Cruise = { modules: string[]; violations: Violation[] };

type Answer = {
  modules: { source: string }[];
  summary: { violations: { rule: { name: string }; from: string; to: string; cycle?: { name: string }[] }[] };
};

const depcruise = join(import.meta.dirname, "../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** Cruises src/ of the project in `root` under its own .dependency-cruiser.cjs. Throws when it cannot run. */
export function cruise(root: string): Cruise {
  const options = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", "src"];
  const run = spawnSync(execPath, [depcruise, ...options], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!run.stdout.startsWith("{")) throw new Error(`dependency-cruiser did not run: ${run.stderr || run.stdout}`);
  const answer: Answer = JSON.parse(run.stdout);
  return {
    modules: answer.modules.map((module) => module.source).filter((source) => source.startsWith("src/")),
    violations: answer.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to: cycle ? cycle.map((step) => step.name).join(" -> ") : to,
    })),
  };
}

/** Source files that the cruise did not see, so that no rule was asked about them. */
export function unseen(root: string, { modules }: Cruise): string[] {
  const seen = new Set(modules);
  return filesUnder(root, "src").filter((file) => /\.(ts|tsx|mts|js|jsx|mjs)$/.test(file) && !seen.has(file));
}

/** One line for each thing that is wrong; none when the rules hold and every file was looked at. */
export function importProblems(root: string, seen: Cruise): string[] {
  const missed = unseen(root, seen);
  return [
    ...(seen.modules.length === 0 ? ["dependency-cruiser saw no module of src/ at all"] : []),
    ...missed.map((file) => `${file}: dependency-cruiser did not look at it`),
    ...seen.violations.map(({ rule, from, to }) => `${from}: ${rule}${to === from ? "" : ` -> ${to}`}`),
  ];
}

if (argv[1] === import.meta.filename) {
  const root = cwd();
  const seen = cruise(root);
  const problems = importProblems(root, seen);
  for (const problem of problems) console.error(problem);
  console.log(`${seen.modules.length} modules, ${problems.length} problems`);
  exit(problems.length === 0 ? 0 : 1);
}
