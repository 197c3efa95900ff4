import { describe, expect, it } from "vitest";
import { type ListUrl, listHref, param, sortDirection, sortHref } from "./list-url";

const url: ListUrl = {
  path: "/clients",
  params: { q: "Ramírez & hijos", stage: ["new", "won"], cursor: "abc", empty: undefined },
};

describe("listHref", () => {
  it("keeps the other answers, drops the position and encodes", () => {
    expect(listHref(url, { tag: "vip" })).toBe("/clients?q=Ram%C3%ADrez+%26+hijos&stage=new&stage=won&tag=vip");
  });

  it("replaces an answer and takes one away", () => {
    expect(listHref(url, { q: undefined, stage: "lost" })).toBe("/clients?stage=lost");
    expect(listHref({ path: "/clients", params: { q: "x" } }, { q: "" })).toBe("/clients");
  });

  it("keeps a position that is asked for", () => {
    expect(listHref({ path: "/c", params: { cursor: "a", q: "x" } }, { cursor: "b" })).toBe("/c?q=x&cursor=b");
  });
});

describe("sorting", () => {
  const by = (sort?: string): ListUrl => ({ path: "/c", params: { sort } });

  it("turns from unsorted to ascending to descending and back", () => {
    expect(sortHref(by(), "name")).toBe("/c?sort=name");
    expect(sortHref(by("name"), "name")).toBe("/c?sort=-name");
    expect(sortHref(by("-name"), "name")).toBe("/c");
    expect(sortHref(by("-total"), "name")).toBe("/c?sort=name");
  });

  it("reads the direction back", () => {
    expect(sortDirection(by("name"), "name")).toBe("ascending");
    expect(sortDirection(by("-name"), "name")).toBe("descending");
    expect(sortDirection(by("name"), "total")).toBeUndefined();
  });
});

it("reads the first of several", () => {
  expect(param(url, "stage")).toBe("new");
  expect(param(url, "empty")).toBeUndefined();
});
