import { describe, expect, it } from "vitest";
import { ask } from "./ask";

describe("health", () => {
  it("can serve, and says of each part how it is", async () => {
    const response = await ask("/api/health");
    expect(response.status).toBe(200);
    const body = await response.json();
    expect(["healthy", "degraded"]).toContain(body.status);
    expect(body.version).toMatch(/\S/);
    expect(body.uptime).toBeGreaterThanOrEqual(0);
    expect(Object.keys(body.checks).sort()).toEqual(
      ["backups", "database", "disk", "mail", "queue", "redis", "storage"].sort(),
    );
    for (const check of Object.values(body.checks)) {
      expect(check).toMatchObject({
        state: expect.stringMatching(/^(ok|degraded|off)$/),
        latencyMs: expect.any(Number),
      });
    }
    expect(body.checks.database.state).toBe("ok");
  });

  it("tells no secret", async () => {
    const text = await (await ask("/api/health")).text();
    expect(text).not.toMatch(/postgres(ql)?:\/\/|redis:\/\/|smtps?:\/\/|password|secret/i);
  });

  it("is alive and ready, and nobody keeps that answer", async () => {
    for (const [path, status] of [
      ["/api/health/live", "live"],
      ["/api/health/ready", "ready"],
    ] as const) {
      const response = await ask(path);
      expect([response.status, (await response.json()).status]).toEqual([200, status]);
      expect(response.headers.get("cache-control")).toContain("no-store");
    }
  });
});

describe("metrics", () => {
  it("are hidden from whoever comes through a proxy", async () => {
    const response = await ask("/metrics", { "x-forwarded-for": "203.0.113.9" });
    expect([403, 404]).toContain(response.status);
    expect(await response.text()).not.toContain("# HELP");
  });

  it("do not believe a forged address of the socket", async () => {
    const claims = { "x-forwarded-for": "127.0.0.1, 203.0.113.9", "x-gestion-peer": "127.0.0.1" };
    expect([403, 404]).toContain((await ask("/metrics", claims)).status);
  });
});
