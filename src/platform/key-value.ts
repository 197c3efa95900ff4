/**
 * What the product asks of Redis. Rule: flushing it loses nothing; it holds rate limits, caches and live fan-out, and
 * the truth is in PostgreSQL.
 */
export interface KeyValue {
  /** Adds one and returns the new count, atomically. The count ends `windowSeconds` after its first increment. */
  incrementWithin(key: string, windowSeconds: number): Promise<number>;
  get(key: string): Promise<string | null>;
  set(key: string, value: string, ttlSeconds: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Reaches those who subscribe at this moment, on any replica; nothing is kept. */
  publish(channel: string, message: string): Promise<void>;
  /** Returns once it listens; the answer ends it. */
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>;
  /** Resolves when it answers, and rejects with what is wrong. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

type Entry = { value: string; endsAt: number };

const sweepAbove = 10_000;

/** The twin that lives in the memory of this process: for one process alone, and while Redis is away. */
export function memoryKeyValue(clock: () => number = () => performance.now()): KeyValue {
  const entries = new Map<string, Entry>();
  const listeners = new Map<string, Set<(message: string) => void>>();

  const live = (key: string): Entry | undefined => {
    const entry = entries.get(key);
    if (entry && entry.endsAt > clock()) return entry;
    entries.delete(key);
    return undefined;
  };
  const put = (key: string, value: string, ttlSeconds: number) => {
    if (entries.size >= sweepAbove) for (const old of [...entries.keys()]) live(old);
    // Many live keys at once is somebody trying addresses: the oldest go, so that memory stays bounded.
    if (entries.size >= sweepAbove) entries.delete(entries.keys().next().value ?? "");
    entries.set(key, { value, endsAt: clock() + ttlSeconds * 1_000 });
  };

  return {
    async incrementWithin(key, windowSeconds) {
      const entry = live(key);
      if (!entry) put(key, "1", windowSeconds);
      else entry.value = String(Number(entry.value) + 1);
      return Number(entries.get(key)?.value);
    },
    get: async (key) => live(key)?.value ?? null,
    set: async (key, value, ttlSeconds) => put(key, value, ttlSeconds),
    delete: async (key) => void entries.delete(key),
    async publish(channel, message) {
      for (const listener of listeners.get(channel) ?? []) listener(message);
    },
    async subscribe(channel, listener) {
      const own = (message: string) => listener(message);
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(own));
      return async () => {
        listeners.get(channel)?.delete(own);
        if (listeners.get(channel)?.size === 0) listeners.delete(channel);
      };
    },
    ping: async () => {},
    close: async () => {
      entries.clear();
      listeners.clear();
    },
  };
}
