import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, toPage } from "./cursor";
import { InvalidInput } from "./errors";

describe("cursor", () => {
  it("gives back the values it was made of", () => {
    expect(decodeCursor(encodeCursor(["2026-11-24", 7]), 2)).toEqual(["2026-11-24", 7]);
  });

  it.each(["", "nonsense", encodeCursor(["one"]), Buffer.from('[{"a":1},2]').toString("base64url")])(
    "refuses %j, which is none of ours",
    (text) => expect(() => decodeCursor(text, 2)).toThrow(InvalidInput),
  );

  it("ends a list at its last page", () => {
    const place = (row: number) => [row];
    expect(toPage([1, 2, 3], 2, place)).toEqual({ items: [1, 2], nextCursor: encodeCursor([2]) });
    expect(toPage([1, 2], 2, place)).toEqual({ items: [1, 2], nextCursor: null });
    expect(toPage([], 2, place)).toEqual({ items: [], nextCursor: null });
  });
});
