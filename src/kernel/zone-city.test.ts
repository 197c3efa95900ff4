import { describe, expect, it } from "vitest";
import { cityOf } from "./zone-city";

describe("the city of a time zone", () => {
  it("has its accents", () => {
    expect(cityOf("America/Argentina/Cordoba")).toBe("Córdoba");
    expect(cityOf("America/Mexico_City")).toBe("Ciudad de México");
  });

  it("is as the database writes it otherwise", () => {
    expect(cityOf("America/Port_of_Spain")).toBe("Port of Spain");
    expect(cityOf("UTC")).toBe("UTC");
  });
});
