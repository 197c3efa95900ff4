import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { schedule } from "./schedule";
import { tasks } from "./tasks";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test."))
  .map((file) => `src/${file}`);

it("knows the jobs of every feature that has some, each name once", async () => {
  const names: string[] = [];
  for (const file of sources.filter((name) => /^src\/features\/[^/]+\/jobs\.ts$/.test(name))) {
    const { jobs } = (await import(/* @vite-ignore */ `../../${file}`)) as { jobs: object };
    names.push(...Object.keys(jobs));
  }
  expect(names.length).toBeGreaterThan(0);
  expect(Object.keys(tasks).sort()).toEqual(names.sort());
});

it("has a handler for every task that is enqueued by name", () => {
  const enqueued = sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\benqueue\(\s*\w+(?:\.\w+)*,\s*"([^"]+)"/g)].map((match) => match[1]),
  );
  expect(enqueued).toContain("deliver-message");
  for (const name of enqueued) expect(Object.keys(tasks)).toContain(name);
});

it("has a handler for everything on the schedule", () => {
  expect(schedule.length).toBeGreaterThan(0);
  for (const item of schedule) expect(Object.keys(tasks)).toContain(item.task);
});
