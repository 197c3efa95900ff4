import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { config, proxy } from "./proxy";

const request = (path: string, headers: Record<string, string> = {}) =>
  new NextRequest(`http://localhost:3000${path}`, { headers });

afterEach(() => vi.unstubAllEnvs());

describe("proxy", () => {
  it("gives the page and the browser the same policy, with a nonce of its own each time", () => {
    const [first, second] = [proxy(request("/sign-in")), proxy(request("/sign-in"))];
    const policy = first.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/'nonce-[A-Za-z0-9+/]{22}=='/);
    expect(first.headers.get("x-middleware-request-content-security-policy")).toBe(policy);
    expect(second.headers.get("content-security-policy")).not.toBe(policy);
  });

  it("hands on the path, whatever the browser claims it is", () => {
    const response = proxy(request("/events?view=week", { "x-path": "https://evil.example" }));
    expect(response.headers.get("x-middleware-request-x-path")).toBe("/events?view=week");
  });

  it("insists on TLS in production with an https address, and nowhere else", () => {
    expect(proxy(request("/")).headers.has("strict-transport-security")).toBe(false);
    vi.stubEnv("NODE_ENV", "production");
    vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
    expect(proxy(request("/")).headers.has("strict-transport-security")).toBe(false);
    vi.stubEnv("NEXTAUTH_URL", "https://eventos.example.com");
    const headers = proxy(request("/")).headers;
    expect(headers.get("strict-transport-security")).toMatch(/max-age=\d{8}/);
    expect(headers.get("content-security-policy")).not.toContain("unsafe-eval");
  });

  it("stands in front of everything but static files", () => {
    const pattern = new RegExp(`^${config.matcher[0]}$`);
    for (const path of [
      "/",
      "/sign-in",
      "/api/v1/events",
      "/api/health",
      "/metrics",
      "/_next/data/x.json",
      "/_next/staticky",
    ]) {
      expect(pattern.test(path), path).toBe(true);
    }
    for (const path of ["/_next/static/chunks/a.js", "/_next/image/x"]) expect(pattern.test(path), path).toBe(false);
  });
});
