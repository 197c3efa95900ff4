import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, newNonce, securityHeaders } from "./security-headers";

const directives = (policy: string) =>
  new Map(
    policy
      .split("; ")
      .map((part): [string, string] => [part.split(" ", 1)[0] ?? "", part.slice(part.indexOf(" ") + 1)]),
  );

describe("contentSecurityPolicy", () => {
  const production = directives(contentSecurityPolicy({ nonce: "abc", development: false, https: true }));

  it("runs scripts by nonce alone", () => {
    expect(production.get("script-src")).toBe("'self' 'nonce-abc' 'strict-dynamic'");
  });

  it("lets nobody frame us, no form leave, no base move, no plugin run", () => {
    expect(production.get("frame-ancestors")).toBe("'none'");
    expect(production.get("form-action")).toBe("'self'");
    expect(production.get("base-uri")).toBe("'none'");
    expect(production.get("object-src")).toBe("'none'");
  });

  it("has eval and sockets in development only", () => {
    const development = directives(contentSecurityPolicy({ nonce: "abc", development: true, https: false }));
    expect(development.get("script-src")).toContain("'unsafe-eval'");
    expect(development.get("connect-src")).toBe("'self' ws: wss:");
    expect([...production.values()].join(" ")).not.toMatch(/unsafe-eval|ws:/);
    expect(production.get("connect-src")).toBe("'self'");
    expect(production.get("script-src")).not.toContain("unsafe-inline");
  });

  it("turns plain addresses into https where there is TLS", () => {
    expect(production.has("upgrade-insecure-requests")).toBe(true);
    expect(contentSecurityPolicy({ nonce: "abc", development: false, https: false })).not.toContain("upgrade-insecure");
  });
});

describe("securityHeaders", () => {
  it("insists on TLS only where there is TLS", () => {
    expect(securityHeaders({ https: true })["strict-transport-security"]).toMatch(/max-age=63072000/);
    expect(securityHeaders({ https: false })).not.toHaveProperty("strict-transport-security");
  });

  it("says the rest always", () => {
    expect(securityHeaders({ https: false })).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "x-frame-options": "DENY",
    });
  });
});

describe("newNonce", () => {
  it("has 128 bits and is new each time", () => {
    const nonces = new Set(Array.from({ length: 1_000 }, newNonce));
    expect(nonces.size).toBe(1_000);
    for (const nonce of nonces) expect(atob(nonce)).toHaveLength(16);
  });
});
