/**
 * Adds up what the parts of a run found: `node bin/ci-summary.mjs FOLDER PART...`.
 *
 * FOLDER/parts.tsv has a line for each part that ran: name, exit code, seconds. FOLDER/NAME.json has what it counted,
 * in the form of vitest's json reporter. A part that is missing, crashed, or ran no test counts as one failed test.
 * The last line is `N passed, N failed`; the exit code is 1 unless everything passed.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { argv, exit } from "node:process";

/** What one part counted, with the reason when something beside its tests went wrong. */
export function countPart(folder, name) {
  const ran = partsRun(folder).find((part) => part.name === name);
  if (!ran) return { name, seconds: 0, passed: 0, failed: 1, skipped: 0, why: "did not run" };
  const counted = { name, seconds: ran.seconds, ...readCounts(join(folder, `${name}.json`)) };
  const why = whatWentWrong(counted, ran.code);
  return why ? { ...counted, failed: counted.failed + 1, why } : counted;
}

/** The table and the last line, and whether everything passed. */
export function summarize(folder, names) {
  const parts = names.map((name) => countPart(folder, name));
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failed = parts.reduce((sum, part) => sum + part.failed, 0) + (names.length === 0 ? 1 : 0);
  return { lines: [...parts.map(describe), `${passed} passed, ${failed} failed`], ok: failed === 0 };
}

function partsRun(folder) {
  const file = join(folder, "parts.tsv");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const [name, code, seconds] = line.split("\t");
    return { name, code: Number(code), seconds: Number(seconds) };
  });
}

/** Test files that could not be loaded have no test of their own to fail, so each counts as one. */
function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    const broken = (report.testResults ?? []).filter(
      (result) => result.status === "failed" && !result.assertionResults.some((test) => test.status === "failed"),
    );
    return {
      passed: whole(report.numPassedTests),
      failed: whole(report.numFailedTests) + broken.length,
      skipped: whole(report.numPendingTests ?? 0) + whole(report.numTodoTests ?? 0),
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0, noReport: true };
  }
}

function whole(count) {
  if (!Number.isInteger(count)) throw new TypeError(`${count} is not a count`);
  return count;
}

function whatWentWrong({ passed, failed, noReport }, code) {
  if (noReport) return `crashed with exit code ${code}, no readable report`;
  if (passed + failed === 0) return "ran no test";
  if (code !== 0 && failed === 0) return `exit code ${code} though every test passed`;
  return null;
}

function describe({ name, seconds, passed, failed, skipped, why }) {
  const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
  return `${name.padEnd(10)} ${String(seconds).padStart(5)} s  ${counts}${why ? ` (${why})` : ""}`;
}

if (argv[1] === import.meta.filename) {
  const [folder = ".", ...names] = argv.slice(2);
  const { lines, ok } = summarize(folder, names);
  console.log(lines.join("\n"));
  exit(ok ? 0 : 1);
}
