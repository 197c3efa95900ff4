import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Temporal } from "@/kernel/time";
import { type KeyValue, memoryKeyValue } from "./key-value";
import { limit } from "./rate-limit";

const state = vi.hoisted(() => ({ store: undefined as KeyValue | undefined }));
vi.mock("./redis", () => ({ keyValue: () => state.store }));

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(1_800_000_000_000 + seconds * 1_000);
const ask = (key: string, seconds: number) => limit("sign-in", key, { limit: 3, windowSeconds: 60, now: at(seconds) });

beforeEach(() => {
  state.store = memoryKeyValue();
});

describe("limit", () => {
  it("allows the limit, refuses the next, and says what is left and until when", async () => {
    expect(await ask("a", 0)).toEqual({ allowed: true, limit: 3, remaining: 2, resetSeconds: 60 });
    expect(await ask("a", 10)).toEqual({ allowed: true, limit: 3, remaining: 1, resetSeconds: 50 });
    expect(await ask("a", 20)).toEqual({ allowed: true, limit: 3, remaining: 0, resetSeconds: 40 });
    expect(await ask("a", 59)).toEqual({ allowed: false, limit: 3, remaining: 0, resetSeconds: 1 });
  });

  it("starts again in the next window, also for whoever kept asking", async () => {
    for (let second = 0; second < 60; second++) await ask("a", second);
    expect(await ask("a", 60)).toMatchObject({ allowed: true, remaining: 2 });
  });

  it("counts keys and names apart", async () => {
    for (let turn = 0; turn < 4; turn++) await ask("a", 0);
    expect((await ask("b", 0)).allowed).toBe(true);
    expect((await limit("upload", "a", { limit: 3, windowSeconds: 60, now: at(0) })).allowed).toBe(true);
  });

  it("stores no key in clear", async () => {
    const keys: string[] = [];
    const store = memoryKeyValue();
    state.store = {
      ...store,
      incrementWithin: (key, seconds) => {
        keys.push(key);
        return store.incrementWithin(key, seconds);
      },
    };
    await ask("ana@example.com", 0);
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toContain("ana");
  });

  it("never allows more than the limit in a window, however many ask at once", async () => {
    const answers = await Promise.all(Array.from({ length: 500 }, () => ask("a", 5)));
    expect(answers.filter((answer) => answer.allowed)).toHaveLength(3);
  });

  it("negative control: reading first and writing after lets too many through", async () => {
    const store = memoryKeyValue();
    state.store = {
      ...store,
      incrementWithin: async (key, seconds) => {
        const count = Number((await store.get(key)) ?? 0) + 1;
        await store.set(key, String(count), seconds);
        return count;
      },
    };
    const answers = await Promise.all(Array.from({ length: 500 }, () => ask("a", 5)));
    expect(answers.filter((answer) => answer.allowed).length).toBeGreaterThan(3);
  });

  it("property: at most the limit in each window and twice the limit in any stretch as long as one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 120 }), async (seconds) => {
        state.store = memoryKeyValue();
        const allowed: number[] = [];
        for (const second of seconds.sort((a, b) => a - b)) if ((await ask("a", second)).allowed) allowed.push(second);
        for (const start of allowed) {
          expect(allowed.filter((it) => Math.floor(it / 60) === Math.floor(start / 60)).length).toBeLessThanOrEqual(3);
          expect(allowed.filter((it) => it >= start && it < start + 60).length).toBeLessThanOrEqual(6);
        }
      }),
    );
  });
});
