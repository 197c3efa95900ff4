import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { redisKeyValue } from "@/platform/redis";

export type TestRedis = { url: string; port: number; process: ChildProcess; stop: () => Promise<void> };

/** Starts the machine's own redis-server, on `port` or a free one, or answers null where there is none. */
export async function startRedis(port?: number): Promise<TestRedis | null> {
  const own = port ?? (await freePort());
  const child = spawn(
    "redis-server",
    ["--port", String(own), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"],
    {
      stdio: "ignore",
    },
  );
  const started = await Promise.race([
    once(child, "error").then(() => false),
    answers(`redis://127.0.0.1:${own}`).then(
      () => true,
      () => false,
    ),
  ]);
  if (!started) return null;
  return {
    url: `redis://127.0.0.1:${own}`,
    port: own,
    process: child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

/** Resolves when a Redis answers there; rejects after five seconds. */
export async function answers(url: string): Promise<void> {
  const store = redisKeyValue(url);
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        return await store.ping();
      } catch (error) {
        if (attempt === 100) throw error;
        await sleep(50);
      }
    }
  } finally {
    await store.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
