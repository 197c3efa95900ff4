import { describe, expect, it } from "vitest";
import {
  barOf,
  type Claim,
  claimsOn,
  daysOf,
  type Grid,
  linesOf,
  occupancyOf,
  operatingDay,
  rangeOf,
  stepOf,
} from "./rules";

const space = (id: string, atomIds: string[]) => ({
  id,
  name: id,
  capacity: 100,
  layout: null,
  atomIds,
  parts: [],
  partOf: [],
});

function claim(overrides: Partial<Claim>): Claim {
  const start = overrides.start ?? "2027-06-19T17:00";
  const end = overrides.end ?? "2027-06-20T02:00";
  return {
    id: "x",
    kind: "event",
    venueId: "v",
    title: "Boda",
    status: "confirmed",
    headCount: 100,
    start,
    end,
    from: start,
    until: end,
    spaceIds: ["A"],
    spaceNames: ["A"],
    atomIds: ["a"],
    blocking: true,
    rank: null,
    ...overrides,
  };
}

const shifts = [
  { id: "1", name: "mediodía", starts: "11:00", ends: "17:00" },
  { id: "2", name: "noche", starts: "19:00", ends: "04:00" },
];
const grid = (claims: Claim[]): Grid => ({
  venues: [
    {
      id: "v",
      name: "Quinta",
      dayCutoff: "06:00",
      shifts,
      spaces: [space("A", ["a"]), space("B", ["b"]), space("AB", ["a", "b"])],
    },
  ],
  claims,
});

describe("days", () => {
  it("a week is Monday to Sunday, a month whole weeks", () => {
    expect(rangeOf("week", "2027-06-20")).toEqual({ from: "2027-06-14", to: "2027-06-21" });
    expect(rangeOf("month", "2027-06-20")).toEqual({ from: "2027-05-31", to: "2027-07-05" });
    expect(stepOf("month", "2027-01-31", 1)).toBe("2027-02-01");
  });

  it("the night belongs to the day on which it began", () => {
    expect(operatingDay("2027-06-20T05:59", "06:00")).toBe("2027-06-19");
    expect(operatingDay("2027-06-20T06:00", "06:00")).toBe("2027-06-20");
    expect(daysOf({ start: "2027-06-19T17:00", end: "2027-06-20T06:00" }, "06:00")).toEqual({
      first: "2027-06-19",
      last: "2027-06-19",
    });
    expect(daysOf({ start: "2027-06-16T09:00", end: "2027-06-17T18:00" }, "06:00")).toEqual({
      first: "2027-06-16",
      last: "2027-06-17",
    });
  });
});

describe("occupancy", () => {
  it("counts turns of atoms: a whole takes all its parts, holds nothing", () => {
    expect(occupancyOf(grid([]), "2027-06-19")).toBe(0);
    expect(occupancyOf(grid([claim({ start: "2027-06-19T19:00" })]), "2027-06-19")).toBe(0.25);
    expect(occupancyOf(grid([claim({ start: "2027-06-19T19:00", atomIds: ["a", "b"] })]), "2027-06-19")).toBe(0.5);
    expect(occupancyOf(grid([claim({ blocking: false })]), "2027-06-19")).toBe(0);
    expect(occupancyOf(grid([claim({ start: "2027-06-19T19:00" })]), "2027-06-20")).toBe(0);
  });

  it("what is closed is not for sale", () => {
    const closure = claim({ kind: "closure", start: "2027-06-19T00:00", end: "2027-06-21T00:00", atomIds: ["b"] });
    expect(occupancyOf(grid([claim({ start: "2027-06-19T19:00" }), closure]), "2027-06-19")).toBe(0.5);
    const all = claim({ kind: "closure", start: "2027-06-19T00:00", end: "2027-06-21T00:00", atomIds: ["a", "b"] });
    expect(occupancyOf(grid([all]), "2027-06-19")).toBeNull();
  });
});

describe("what stands on a space", () => {
  it("is its own, and what has a part or the whole of it", () => {
    const onWhole = claim({ id: "w", spaceIds: ["AB"], atomIds: ["a", "b"] });
    const holdOnWhole = claim({ id: "h", spaceIds: ["AB"], atomIds: ["a", "b"], blocking: false });
    const own = claim({ id: "o" });
    const found = claimsOn(space("A", ["a"]), [
      onWhole,
      holdOnWhole,
      own,
      claim({ id: "b", spaceIds: ["B"], atomIds: ["b"] }),
    ]);
    expect(found.own.map((it) => it.id)).toEqual(["o"]);
    expect(found.shared.map((it) => it.id)).toEqual(["w"]);
  });
});

describe("drawing", () => {
  it("the bar of a day goes from cut-off to cut-off", () => {
    const bar = barOf(
      claim({ start: "2027-06-19T18:00", end: "2027-06-20T00:00", from: "2027-06-19T16:30" }),
      { first: "2027-06-19", last: "2027-06-19" },
      "06:00",
    );
    expect(bar).toEqual({ from: 43.8, start: 50, end: 75, until: 75 });
  });

  it("overlapping claims go on lines of their own, others share one", () => {
    const one = claim({ id: "1", start: "2027-06-19T10:00", end: "2027-06-19T14:00" });
    const two = claim({ id: "2", start: "2027-06-19T12:00", end: "2027-06-19T16:00" });
    const three = claim({ id: "3", start: "2027-06-19T14:00", end: "2027-06-19T20:00" });
    expect(linesOf([three, two, one]).map(({ claim: it, line }) => [it.id, line])).toEqual([
      ["1", 0],
      ["2", 1],
      ["3", 0],
    ]);
  });
});
