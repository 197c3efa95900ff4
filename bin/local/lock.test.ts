import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { holderOfData, takeData } from "./lock.mjs";
import { isAlive, startTime } from "./process.mjs";

const home = process.cwd();
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const written = () => JSON.parse(readFileSync(".data/runtime.json", "utf8"));

function leave(runtime: object): void {
  writeFileSync(".data/runtime.json", JSON.stringify(runtime));
}

describe("the data of one folder", () => {
  it("is one process's at a time, and the refusal says whose", async () => {
    const data = await takeData("npm start");
    data.note({ address: "http://localhost:3000", postgresPort: 4711 });
    expect(holderOfData()).toMatchObject({ pid: process.pid, what: "npm start" });
    await expect(takeData("npm run dev")).rejects.toThrow(
      `\`npm start\` has the data in ${process.cwd()}/.data already: pid ${process.pid}, http://localhost:3000, PostgreSQL on port 4711.`,
    );
    data.release();
    expect(holderOfData()).toBeNull();
    (await takeData("npm run dev")).release();
  });

  it("goes to exactly one of many that ask at once", async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => takeData("npm start")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is free again when its holder died, even when another process has that number now", async () => {
    (await takeData("npm start")).note({});
    leave({ ...written(), startTime: "1" });
    expect(holderOfData()).toBeNull();
    leave({ ...written(), pid: 2 ** 22 + 1, startTime: null });
    expect(holderOfData()).toBeNull();
    (await takeData("npm run dev")).release();
  });

  it("is free again when what was noted is not readable", async () => {
    (await takeData("npm start")).release();
    writeFileSync(".data/runtime.json", '{"pid": 1');
    (await takeData("npm run dev")).release();
  });

  it("comes without the server that a killed launcher left", async () => {
    (await takeData("npm start")).release();
    const server = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    const pid = server.pid ?? 0;
    leave({ pid: 2 ** 22 + 1, startTime: null, what: "npm start", serverPid: pid, serverStartTime: startTime(pid) });
    (await takeData("npm start")).release();
    expect(isAlive(pid)).toBe(false);
  });
});
