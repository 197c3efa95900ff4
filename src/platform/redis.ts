import { Redis, type RedisOptions } from "ioredis";
import { config } from "./config";
import { type KeyValue, memoryKeyValue } from "./key-value";
import { logger } from "./logger";
import { forgetProcessWide, processWide } from "./process-wide";

const commandTimeoutMs = 800;
const restAfterFailureMs = 2_000;
const prefix = "gestion:";

/** The process's own key-value store: Redis with the memory twin behind it, or the twin alone without REDIS_URL. */
export function keyValue(): KeyValue {
  return processWide(storeName, () => {
    const { redisUrl } = config();
    return redisUrl === null ? memoryKeyValue() : softly(redisKeyValue(redisUrl), memoryKeyValue());
  });
}

/** Ends the process's own store. */
export async function closeKeyValue(): Promise<void> {
  const store = keyValue();
  forgetProcessWide(storeName);
  await store.close();
}

const storeName = "keyValue";

/**
 * Redis behind the interface. It connects by itself, again and again; a command that finds no connection fails at once,
 * and one without an answer after 0.8 s. Keys and channels begin with `gestion:`.
 */
export function redisKeyValue(url: string): KeyValue {
  const redis = connect(url, "commands");
  const listeners = new Map<string, Set<(message: string) => void>>();
  let subscriber: Redis | null = null;

  const listen = (): Redis => {
    const connection = connect(url, "listener", { autoResubscribe: false });
    connection.on("message", (channel: string, message: string) => {
      for (const listener of listeners.get(channel) ?? []) listener(message);
    });
    connection.on("ready", () => {
      if (listeners.size > 0) connection.subscribe(...listeners.keys()).catch(() => connection.disconnect(true));
    });
    return connection;
  };

  return {
    async incrementWithin(key, windowSeconds) {
      return Number(await redis.eval(incrementScript, 1, prefix + key, windowSeconds * 1_000));
    },
    get: (key) => redis.get(prefix + key),
    set: async (key, value, ttlSeconds) => void (await redis.set(prefix + key, value, "PX", ttlSeconds * 1_000)),
    delete: async (key) => void (await redis.del(prefix + key)),
    publish: async (channel, message) => void (await redis.publish(prefix + channel, message)),
    async subscribe(channel, listener) {
      const own = (message: string) => listener(message);
      const name = prefix + channel;
      listeners.set(name, (listeners.get(name) ?? new Set()).add(own));
      subscriber ??= listen();
      // Without a connection yet, "ready" subscribes to everything in `listeners`.
      if (subscriber.status === "ready") await subscriber.subscribe(name);
      return async () => {
        listeners.get(name)?.delete(own);
        if (listeners.get(name)?.size !== 0) return;
        listeners.delete(name);
        if (subscriber?.status === "ready") await subscriber.unsubscribe(name);
      };
    },
    async ping() {
      await redis.ping();
    },
    async close() {
      listeners.clear();
      subscriber?.disconnect();
      redis.disconnect();
    },
  };
}

// INCR and its expiry in one step: a crash between the two would leave a counter that never ends.
const incrementScript = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

function connect(url: string, purpose: string, more: RedisOptions = {}): Redis {
  const redis = new Redis(url, {
    connectionName: `gestion-${purpose}`,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    commandTimeout: commandTimeoutMs,
    connectTimeout: 1_000,
    retryStrategy: (times) => Math.min(100 * times, 2_000),
    ...more,
  });
  let lost = false;
  redis.on("error", (error: Error) => {
    if (!lost) logger.warn({ err: error.message, connection: purpose }, "Redis does not answer; going on without it");
    lost = true;
  });
  redis.on("ready", () => {
    if (lost) logger.info({ connection: purpose }, "Redis answers again");
    lost = false;
  });
  return redis;
}

/**
 * `first` as long as it answers, `second` while it does not: counters then start from zero and each replica counts
 * for itself, so a limit is looser but never gone. After a failure `first` rests for two seconds, so that a Redis
 * that hangs does not cost every request its time limit. `ping` is never softened: health has to see the truth.
 */
export function softly(first: KeyValue, second: KeyValue, clock = () => performance.now()): KeyValue {
  let restUntil = Number.NEGATIVE_INFINITY;
  const attempt = async <T>(use: (store: KeyValue) => Promise<T>): Promise<T> => {
    if (clock() < restUntil) return use(second);
    try {
      return await use(first);
    } catch {
      restUntil = clock() + restAfterFailureMs;
      return use(second);
    }
  };
  return {
    incrementWithin: (key, seconds) => attempt((store) => store.incrementWithin(key, seconds)),
    get: (key) => attempt((store) => store.get(key)),
    set: (key, value, seconds) => attempt((store) => store.set(key, value, seconds)),
    delete: (key) => attempt((store) => store.delete(key)),
    publish: (channel, message) => attempt((store) => store.publish(channel, message)),
    async subscribe(channel, listener) {
      const ends = await Promise.all([
        second.subscribe(channel, listener),
        first.subscribe(channel, listener).catch(() => async () => {}),
      ]);
      return async () => {
        await Promise.allSettled(ends.map((end) => end()));
      };
    },
    ping: () => first.ping(),
    async close() {
      await Promise.allSettled([first.close(), second.close()]);
    },
  };
}
