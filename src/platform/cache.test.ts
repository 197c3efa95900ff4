import { expect, it } from "vitest";
import { remembered } from "./cache";

it("asks once for all who come together, and again when the time is over", async () => {
  let now = 0;
  let calls = 0;
  const ask = remembered(
    1_000,
    async () => ++calls,
    () => now,
  );
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  now = 999;
  expect(await ask()).toBe(1);
  now = 1_000;
  expect(await ask()).toBe(2);
});

it("does not remember a failure", async () => {
  let calls = 0;
  const ask = remembered(1_000, async () => {
    if (++calls === 1) throw new Error("no");
    return calls;
  });
  await expect(ask()).rejects.toThrow("no");
  expect(await ask()).toBe(2);
});
