import { describe, expect, it } from "vitest";
import { matches } from "./palette-match";

describe("matches", () => {
  it("finds without accents, in any order, by the beginning of words", () => {
    expect(matches("sab principal", "Salón Principal, sábado 19")).toBe(true);
    expect(matches("ÑUÑ", "Ángela Núñez Nuñez")).toBe(true);
  });

  it("does not find the middle of a word, nor when one word is missing", () => {
    expect(matches("rincipal", "Salón Principal")).toBe(false);
    expect(matches("salón jardín", "Salón Principal")).toBe(false);
  });

  it("finds everything when nothing is asked", () => {
    expect(matches("  ", "Salón Principal")).toBe(true);
  });
});
