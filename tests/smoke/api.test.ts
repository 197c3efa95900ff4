import { describe, expect, it } from "vitest";
import { ask } from "./ask";

describe("the API", () => {
  it("asks for a key, with a problem that a program can read", async () => {
    for (const key of [null, "not-a-key"]) {
      const response = await ask("/api/v1/organization", key === null ? {} : { authorization: `Bearer ${key}` });
      expect(response.status).toBe(401);
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(await response.json()).toMatchObject({ status: 401, code: "unauthenticated" });
    }
  });

  it("describes itself", async () => {
    const response = await ask("/api/v1/openapi.json");
    expect(response.status).toBe(200);
    const document = await response.json();
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(Object.keys(document.paths).length).toBeGreaterThan(5);
  });

  it("has a page to read about it", async () => {
    const response = await ask("/api/docs");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
  });
});
