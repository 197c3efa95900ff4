import { describe, expect, it } from "vitest";
import { readableError, stateOfJob } from "./rules";

describe("stateOfJob", () => {
  it.each([
    [{ attempts: 0, maxAttempts: 12, isLocked: false }, "waiting"],
    [{ attempts: 1, maxAttempts: 12, isLocked: true }, "running"],
    [{ attempts: 12, maxAttempts: 12, isLocked: true }, "running"],
    [{ attempts: 3, maxAttempts: 12, isLocked: false }, "retrying"],
    [{ attempts: 12, maxAttempts: 12, isLocked: false }, "dead"],
  ] as const)("%o is %s", (facts, state) => expect(stateOfJob(facts)).toBe(state));
});

describe("readableError", () => {
  it("is the first line that says something", () => {
    expect(readableError("\nError: mailbox full\n    at send (x.js:1)")).toBe("Error: mailbox full");
  });

  it("is short", () => expect(readableError("x".repeat(1_000))).toHaveLength(300));

  it("is nothing when there was none", () => {
    expect(readableError(null)).toBeNull();
    expect(readableError(" \n ")).toBeNull();
  });
});
