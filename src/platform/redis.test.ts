import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answers, startRedis, type TestRedis } from "#tests/redis/start-redis";
import { newId } from "@/kernel/id";
import { type KeyValue, memoryKeyValue } from "./key-value";
import { redisKeyValue, softly } from "./redis";

function contract(name: string, open: () => Promise<KeyValue>) {
  describe(name, () => {
    let store: KeyValue;
    beforeAll(async () => {
      store = await open();
    });
    afterAll(() => store?.close());

    it("counts from one, and each asker once, however many ask together", async () => {
      const key = newId();
      const counts = await Promise.all(Array.from({ length: 200 }, () => store.incrementWithin(key, 60)));
      expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    });

    it("ends a count a window after its first, not after its last", async () => {
      const key = newId();
      await store.incrementWithin(key, 0.4);
      await sleep(250);
      expect(await store.incrementWithin(key, 0.4)).toBe(2);
      await sleep(250);
      expect(await store.incrementWithin(key, 0.4)).toBe(1);
    });

    it("keeps a value for its time, replaces it, and forgets it when told", async () => {
      const key = newId();
      expect(await store.get(key)).toBeNull();
      await store.set(key, "uno", 60);
      await store.set(key, "dos ñ 🎉", 60);
      expect(await store.get(key)).toBe("dos ñ 🎉");
      await store.delete(key);
      expect(await store.get(key)).toBeNull();
      await store.set(key, "breve", 0.2);
      await sleep(300);
      expect(await store.get(key)).toBeNull();
    });

    it("delivers to everyone on the channel, and to nobody after they leave", async () => {
      const channel = newId();
      const heard: string[] = [];
      const leaveA = await store.subscribe(channel, (message) => heard.push(`a ${message}`));
      const leaveB = await store.subscribe(channel, (message) => heard.push(`b ${message}`));
      await sleep(100);
      await store.publish(channel, "1");
      await store.publish(newId(), "elsewhere");
      await sleep(100);
      expect(heard.sort()).toEqual(["a 1", "b 1"]);
      await leaveA();
      await store.publish(channel, "2");
      await sleep(100);
      await leaveB();
      await store.publish(channel, "3");
      await sleep(100);
      expect(heard).toEqual(["a 1", "b 1", "b 2"]);
    });

    it("answers a ping", () => expect(store.ping()).resolves.toBeUndefined());
  });
}

contract("in memory", async () => memoryKeyValue());

const given = process.env.TEST_REDIS_URL ?? process.env.REDIS_URL;
const own = await startRedis();
const url = own?.url ?? given;
afterAll(() => own?.stop());
if (!url) process.stderr.write("LEFT OUT: the Redis half. Install redis-server or set TEST_REDIS_URL.\n");

describe.skipIf(!url)("Redis", () => {
  contract("by its own", async () => {
    await answers(String(url));
    const store = redisKeyValue(String(url));
    await until(() => store.ping());
    return store;
  });
  contract("softened", async () => softly(redisKeyValue(String(url)), memoryKeyValue()));
});

describe.skipIf(!own)("when Redis goes away", () => {
  it("counts in memory at once, says so in ping, and goes back by itself", async () => {
    const redis = (await startRedis()) as TestRedis;
    const store = softly(redisKeyValue(redis.url), memoryKeyValue());
    const heard: string[] = [];
    await until(() => store.ping());
    await store.subscribe("news", (message) => heard.push(message));
    await store.incrementWithin("a", 60);
    expect(await store.incrementWithin("a", 60)).toBe(2);

    await redis.stop();
    const from = performance.now();
    expect(await store.incrementWithin("a", 60)).toBe(1);
    expect(await store.incrementWithin("a", 60)).toBe(2);
    await store.publish("news", "while away");
    expect(performance.now() - from).toBeLessThan(1_000);
    await expect(store.ping()).rejects.toThrow();

    const again = (await startRedis(redis.port)) as TestRedis;
    await until(() => store.ping());
    await sleep(2_100);
    expect(await store.incrementWithin("a", 60)).toBe(1);
    await store.publish("news", "back");
    await until(async () => expect(heard).toEqual(["while away", "back"]));
    await store.close();
    await again.stop();
  }, 20_000);

  it("costs a Redis that hangs one time limit, not one per request", async () => {
    const redis = (await startRedis()) as TestRedis;
    const store = softly(redisKeyValue(redis.url), memoryKeyValue());
    await until(() => store.ping());
    redis.process.kill("SIGSTOP");
    const from = performance.now();
    for (let count = 1; count <= 50; count++) expect(await store.incrementWithin("h", 60)).toBe(count);
    expect(performance.now() - from).toBeLessThan(1_000);
    redis.process.kill("SIGCONT");
    await until(() => store.ping());
    await store.close();
    await redis.stop();
  }, 20_000);
});

async function until(check: () => Promise<unknown>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await check();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(50);
    }
  }
}
