import { expect, it } from "vitest";
import { heatLevel } from "./heat-level";

it.each([
  [0, 0],
  [0.09, 0],
  [0.1, 1],
  [0.4, 2],
  [0.74, 2],
  [0.75, 3],
  [1.2, 3],
])("a share of %d is level %d", (share, level) => {
  expect(heatLevel(share)).toBe(level);
});
