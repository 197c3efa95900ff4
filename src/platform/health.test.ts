import { describe, expect, it } from "vitest";
import { examine } from "./health";

const ok = async () => ({ state: "ok" as const });
const off = async () => ({ state: "off" as const });
const well = { database: ok, redis: ok, queue: ok, mail: ok, storage: ok, backups: off, disk: ok };

describe("health", () => {
  it("is healthy when each part is well or not there", async () => {
    const state = await examine(well);
    expect(state).toMatchObject({ status: "healthy", version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(state.checks.backups.state).toBe("off");
    expect(state.checks.database.latencyMs).toBeGreaterThanOrEqual(0);
  });

  it.each(["redis", "queue", "mail", "storage", "backups", "disk"])("is degraded without %s", async (name) => {
    const failing = async () => ({ state: "degraded" as const, message: "why" });
    const state = await examine({ ...well, [name]: failing });
    expect(state.status).toBe("degraded");
    expect(state.checks).toMatchObject({ [name]: { state: "degraded", message: "why" } });
  });

  it("is down without the database", async () => {
    const state = await examine({ ...well, database: () => Promise.reject(new Error("no")) });
    expect([state.status, state.checks.database.state]).toEqual(["down", "down"]);
  });

  it("waits for no check longer than its time, and runs them together", async () => {
    const never = () => new Promise<never>(() => {});
    const from = performance.now();
    const state = await examine({ ...well, redis: never, mail: never, database: never }, 150);
    expect(performance.now() - from).toBeLessThan(400);
    expect(state.checks.mail).toMatchObject({ state: "down", message: "no answer within 0.15 s" });
  });

  it("repeats no message of a driver, which could hold a password", async () => {
    const error = Object.assign(new Error("connect to postgres://ana:hunter2@db failed"), { code: "ECONNREFUSED" });
    const state = await examine({ ...well, database: () => Promise.reject(error) });
    expect(JSON.stringify(state)).not.toContain("hunter2");
    expect(state.checks.database.message).toBe("failed with ECONNREFUSED");
  });
});
