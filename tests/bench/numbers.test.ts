import { describe, expect, it } from "vitest";
import { median, percentile, readable } from "./numbers";

describe("a percentile", () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);

  it.each([
    [50, 50],
    [95, 95],
    [100, 100],
    [0, 1],
  ])("%i of 1..100 is %i", (percent, value) => {
    expect(percentile(hundred, percent)).toBe(value);
  });

  it("is a value that was seen, however few there are", () => {
    expect(percentile([7], 95)).toBe(7);
    expect(percentile([10, 20], 95)).toBe(20);
    expect(percentile([10, 9, 100], 50)).toBe(10); // as numbers, not as text
  });

  it("of nothing is not a number", () => {
    expect(percentile([], 95)).toBeNaN();
  });
});

describe("the median", () => {
  it("is the middle, or the mean of the two in the middle", () => {
    expect(median([30, 1, 20])).toBe(20);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

it("writes numbers as people read them", () => {
  expect([12_345.6, 87.34, 2.71, 0, 200, Number.NaN].map(readable)).toEqual([
    "12,346",
    "87.3",
    "2.71",
    "0",
    "200",
    "-",
  ]);
});
