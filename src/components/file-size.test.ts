import { expect, it } from "vitest";
import { fileSize } from "./file-size";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1400, "1.4 kB"],
  [999_700, "1 MB"],
  [15_600_000, "16 MB"],
  [2_500_000_000, "2.5 GB"],
  [-5, "0 B"],
])("%d bytes are %s in Mexico", (bytes, text) => {
  expect(fileSize(bytes, "es-MX")).toBe(text);
});

it("writes the decimals as the country does", () => {
  expect(fileSize(1400, "es-AR")).toBe("1,4 kB");
});
