import { describe, expect, it } from "vitest";
import { isCurrent } from "./is-current";

describe("isCurrent", () => {
  it("holds for the page itself and for what is below it", () => {
    expect(isCurrent("/events", "/events")).toBe(true);
    expect(isCurrent("/events?view=week", "/events/ev-1/files")).toBe(true);
  });

  it("does not hold for a longer name, nor for everything when it is the root", () => {
    expect(isCurrent("/event", "/events")).toBe(false);
    expect(isCurrent("/", "/events")).toBe(false);
    expect(isCurrent("/events", "/events/ev-1", true)).toBe(false);
  });
});
