import { setTimeout as sleep } from "node:timers/promises";
import { remembered } from "./cache";
import {
  backupsCheck,
  databaseCheck,
  diskCheck,
  type Found,
  mailCheck,
  queueCheck,
  redisCheck,
  storageCheck,
} from "./health-checks";
import { isStopping } from "./lifecycle";
import { processWide } from "./process-wide";
import { version } from "./version";

export type CheckResult = Found & { latencyMs: number };

export type Health = {
  status: "healthy" | "degraded" | "down";
  version: string;
  /** Seconds since the process began. */
  uptime: number;
  checks: Record<CheckName, CheckResult>;
};

const checks = {
  database: databaseCheck,
  redis: redisCheck,
  queue: queueCheck,
  mail: mailCheck,
  storage: storageCheck,
  backups: backupsCheck,
  disk: diskCheck,
};

export type CheckName = keyof typeof checks;

/** Without these the product cannot serve; without the others it serves with less. */
const vital: readonly CheckName[] = ["database"];

const timeLimitMs = 2_000;

/** How the installation is. Checks run together, each has two seconds, and the answer is used again for one second. */
export function health(): Promise<Health> {
  return processWide("health", () => remembered(1_000, () => examine(checks)))();
}

/** Whether the balancer may send requests: the database answers, and nobody told the process to stop. */
export async function isReady(): Promise<boolean> {
  return !isStopping() && (await health()).checks.database.state !== "down";
}

/** Runs the checks; exported for tests, which bring checks of their own. */
export async function examine(
  toRun: Record<CheckName, () => Promise<Found>>,
  limitMs: number = timeLimitMs,
): Promise<Health> {
  const entries = await Promise.all(
    Object.entries(toRun).map(async ([name, check]) => [name, await timed(check, limitMs)] as const),
  );
  const results = Object.fromEntries(entries) as Health["checks"];
  const isDown = vital.some((name) => results[name].state === "down");
  const isWell = entries.every(([, result]) => result.state === "ok" || result.state === "off");
  return {
    status: isDown ? "down" : isWell ? "healthy" : "degraded",
    version,
    uptime: Math.round(process.uptime()),
    checks: results,
  };
}

async function timed(check: () => Promise<Found>, limitMs: number): Promise<CheckResult> {
  const from = performance.now();
  const timer = new AbortController();
  const late = sleep(limitMs, undefined, { signal: timer.signal }).then(
    (): Found => ({ state: "down", message: `no answer within ${limitMs / 1_000} s` }),
    (): Found => ({ state: "down" }),
  );
  const found = await Promise.race([check().catch(whyDown), late]);
  timer.abort();
  return { ...found, latencyMs: Math.round((performance.now() - from) * 10) / 10 };
}

// The kind of error and no more: messages of drivers can hold addresses, names and passwords.
function whyDown(error: unknown): Found {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return { state: "down", message: /^[\w-]{2,40}$/.test(code) ? `failed with ${code}` : "failed" };
}
