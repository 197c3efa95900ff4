import { beforeEach, describe, expect, it } from "vitest";
import { Temporal } from "@/kernel/time";
import { forgiveAttempts, takeAttempt, waitBefore } from "./attempts";
import { memoryKeyValue } from "./key-value";
import { forgetProcessWide, processWide } from "./process-wide";

const policy = { windowSeconds: 3_600, delayAfter: (attempt: number) => (attempt < 3 ? 0 : 10 * 2 ** (attempt - 3)) };
const start = Temporal.Instant.from("2026-11-24T18:00:00Z");
let seconds = 0;
const now = () => start.add({ seconds });
const take = () => takeAttempt("ana", policy, now());

beforeEach(() => {
  seconds = 0;
  forgetProcessWide("keyValue");
  processWide("keyValue", () => memoryKeyValue(() => seconds * 1_000));
});

describe("attempts", () => {
  it("pass freely at first, then one per wait, which doubles", async () => {
    const passed: number[] = [];
    for (; seconds < 100; seconds++) if ((await take()).allowed) passed.push(seconds);
    expect(passed).toEqual([0, 1, 2, 12, 32, 72]);
  });

  it("that are refused make the wait no longer", async () => {
    for (let n = 0; n < 3; n++) await take();
    for (let n = 0; n < 50; n++) expect(await take()).toEqual({ allowed: false, retryAfter: 10 });
    seconds = 10;
    expect(await take()).toMatchObject({ allowed: true, number: 4 });
  });

  it("made all at once pass no more than the free ones", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, take));
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(3);
  });

  it("start again once one was right", async () => {
    for (let n = 0; n < 3; n++) await take();
    expect(await waitBefore("ana", now())).toBe(10);
    await forgiveAttempts("ana");
    expect(await waitBefore("ana", now())).toBe(0);
    expect(await take()).toMatchObject({ allowed: true, number: 1 });
  });

  it("at one secret say nothing of another", async () => {
    for (let n = 0; n < 5; n++) await take();
    expect(await takeAttempt("luis", policy, now())).toMatchObject({ allowed: true, number: 1 });
  });
});
