import { beforeAll, describe, expect, it } from "vitest";
import { address, ask, nonceOf, scriptsOf } from "./ask";

describe("the sign-in page", () => {
  let response: Response;
  let html: string;

  beforeAll(async () => {
    response = await ask("/sign-in");
    html = await response.text();
  });

  it("is there, in Spanish, with a form for a password", () => {
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(html).toMatch(/<html[^>]+lang="es/);
    expect(html).toMatch(/type="password"/);
    expect(html).toMatch(/type="email"|autocomplete="username|autoComplete="username/i);
  });

  it("runs no script without this answer's nonce, and has no inline event handler", () => {
    const nonce = nonceOf(response);
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    const scripts = scriptsOf(html);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script.attributes, script.content.slice(0, 80)).toContain(`nonce="${nonce}"`);
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+=["']/i);
    expect(html).not.toMatch(/href=["']javascript:/i);
  });

  it("has another nonce each time", async () => {
    expect(nonceOf(await ask("/sign-in"))).not.toBe(nonceOf(response));
  });

  it("carries the security headers once each", () => {
    const headers = response.headers;
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    const policy = headers.get("content-security-policy") ?? "";
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain("unsafe-eval");
    expect(policy.match(/script-src /g)).toHaveLength(1);
    expect(headers.has("x-powered-by")).toBe(false);
    if (address.startsWith("https:")) expect(headers.get("strict-transport-security")).toContain("max-age=");
  });

  it("says which request it was", () => expect(response.headers.get("x-request-id")).toMatch(/^[\w.-]{8,64}$/));

  it("brings static files that browsers keep for a year", async () => {
    const path = /\/_next\/static\/[^"'\\]+\.js/.exec(html)?.[0];
    const file = await ask(String(path));
    expect(file.status).toBe(200);
    expect(file.headers.get("cache-control")).toMatch(/max-age=31536000.*immutable/);
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

describe("who is not signed in", () => {
  it.each(["/", "/settings/jobs", "/calendar"])("is sent from %s to the sign-in page and back", async (path) => {
    const response = await ask(path);
    expect([303, 307]).toContain(response.status);
    expect(response.headers.get("location")).toContain(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  it("gets a page of ours for an address that does not exist", async () => {
    const response = await ask("/no-existe-esta-pagina");
    expect(response.status).toBe(404);
    const html = await response.text();
    const nonce = nonceOf(response);
    for (const script of scriptsOf(html)) expect(script.attributes).toContain(`nonce="${nonce}"`);
    expect(html).toContain("Aquí no hay nada");
  });
});
