import { cpSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { freePort } from "../../bin/local/port.mjs";
import { freshCopy } from "../ops/copy";
import { Launch } from "../ops/launch";

/** Milliseconds from `npm start` to the first page. */
export type Starts = { fresh: number | null; empty: number; again: number[] };

/**
 * Starts the product as a person does, in a copy of the project: on an empty database with what is installed and built
 * here already, then `times` times more on its data. With `fresh` before that, from nothing: npm ci and build included.
 */
export async function measureStarts({ fresh, times }: { fresh: boolean; times: number }): Promise<Starts> {
  const built = fresh ? await inCopy(startOnce) : null;
  const [empty = Number.NaN, ...again] = await inCopy(async (folder) => {
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    cpSync(".next/standalone", join(folder, ".next/standalone"), { recursive: true, verbatimSymlinks: true });
    const taken: number[] = [];
    for (let turn = 0; turn <= times; turn++) taken.push(await startOnce(folder));
    return taken;
  });
  return { fresh: built, empty, again };
}

async function inCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const { folder, remove } = freshCopy();
  try {
    return await work(folder);
  } finally {
    remove();
  }
}

async function startOnce(folder: string): Promise<number> {
  const launch = new Launch(folder, { env: { PORT: String(await freePort()) } });
  try {
    const answer = await fetch(new URL("/sign-in", await launch.address()));
    const page = await answer.text();
    if (!answer.ok || !page.includes("</html>")) throw new Error(`The first page answered ${answer.status}`);
    return launch.seconds * 1000;
  } finally {
    launch.signalGroup("SIGINT");
    await launch.exitCode();
  }
}
