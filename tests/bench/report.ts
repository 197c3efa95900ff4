import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inAll, type LoadFigure } from "./load";
import { median, readable } from "./numbers";
import type { Targets } from "./targets";

/** A table with a title; the first column is text, the others are numbers. */
export type Table = { title: string; head: string[]; lines: string[][] };

/** A line for each subject: the medians of its runs, the slowest run, and every error that there was. */
export function loadLines(loads: readonly LoadFigure[], targets: Targets): string[][] {
  return loads.map(({ name, runs }) => {
    const { perSecond, p50, p95, errors } = inAll(runs);
    const slowest = readable(Math.min(...runs.map((run) => run.perSecond)));
    const counts = [readable(perSecond), slowest, readable(p50), readable(p95)];
    return [name, ...counts, verdict(p95, targets.p95Ms), String(errors), verdict(errors, targets.errors)];
  });
}

/** A figure that is one number, or several of which the middle one counts. */
export function figureLine(name: string, values: readonly number[], unit: string, most?: number): string[] {
  const range = values.length > 1 ? `${readable(Math.min(...values))} to ${readable(Math.max(...values))}` : "";
  return [name, `${readable(median(values))} ${unit}`, range, verdict(median(values), most)];
}

/** `ok` or `over` with the target, or nothing without one. Information only: a slow machine is no failure. */
export function verdict(value: number, most: number | undefined): string {
  if (most === undefined || Number.isNaN(value)) return "";
  return value <= most ? `ok (${readable(most)})` : `over (${readable(most)})`;
}

/** Prints a table with its columns under each other. */
export function print({ title, head, lines }: Table): void {
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => (line[column] ?? "").length)));
  const row = (line: string[]) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  console.log(
    `\n${title}\n${all
      .map((line) => `  ${row(line)}`)
      .filter((line) => line.trim() !== "")
      .join("\n")}`,
  );
}

/** Writes everything, every run of it, for programs. */
export function writeJson(file: string, figures: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}
