import { describe, expect, it } from "vitest";
import { initials, toneOf } from "./initials";

describe("initials", () => {
  it.each([
    ["Mariana Valle", "MV"],
    ["  María de los Ángeles Ñúñez ", "MÑ"],
    ["Quinta", "Q"],
    ["«Salón» Ribera", "SR"],
    ["ángela", "Á"],
    ["mariana@example.com", "M"],
    ["", "?"],
    ["  -  ", "?"],
  ])("takes %j to %j", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe("toneOf", () => {
  it("is the same for the same name, whatever its case and spaces", () => {
    expect(toneOf("Mariana Valle")).toBe(toneOf(" mariana valle "));
  });

  it("spreads names over more than one colour", () => {
    const tones = new Set(["Ana", "Daniel", "Lucía", "Mariana", "Tomás", "Valentina"].map(toneOf));
    expect(tones.size).toBeGreaterThan(2);
  });
});
