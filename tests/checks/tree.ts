import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { onTestFinished, vi } from "vitest";

// Each of these tests starts the real tool, which takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** The root of this repository, whose settings the fixtures are checked with. */
export const project = resolve(import.meta.dirname, "../..");

/** A throw-away project with these files, removed when the test ends; `settings` are copied from this repository. */
export function tree(files: Record<string, string>, settings: readonly string[] = []): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "checks-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const setting of settings) cpSync(join(project, setting), join(root, setting), { recursive: true });
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

/** Runs a tool of this repository in the folder, as bin/check does. */
export function run(root: string, command: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const tools = join(project, "node_modules/.bin");
  const path = [env.PATH, tools, process.env.PATH].filter(Boolean).join(delimiter);
  const done = spawnSync(command, args, { cwd: root, encoding: "utf8", env: { ...process.env, ...env, PATH: path } });
  return { code: done.status, output: done.stdout + done.stderr, last: done.stdout.trimEnd().split("\n").at(-1) };
}
