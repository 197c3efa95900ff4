import type { z } from "zod";
import { type Smtp, type Storage, smtpFrom, storageFrom } from "@/platform/config-outside";
import { productionProblems } from "@/platform/config-production";
import { envSchema } from "@/platform/config-schema";

export type Config = {
  production: boolean;
  /** Under `npm start` and `npm run dev`: generated secrets, a mailbox page when there is no SMTP. */
  local: boolean;
  databaseUrl: string;
  /** Connections that one process may hold open. */
  databasePoolSize: number;
  /** Milliseconds after which an idle connection is closed. */
  databasePoolMaxIdleTime: number;
  authSecret: string;
  /** The secret before the last change: what was sealed or hashed under it still opens. */
  previousAuthSecret: string | null;
  /** Where people reach the application, without a slash at the end. */
  baseUrl: string;
  /** Without it, rate limits, caches and fan-out live in the memory of this process. */
  redisUrl: string | null;
  smtp: Smtp | null;
  /** The envelope sender, to which other servers return what they could not deliver; null is the sender's own address. */
  bounceAddress: string | null;
  /** Bearer token that /api/hooks/bounces asks for; without it, that route does not exist. */
  bounceToken: string | null;
  /** Where mail is kept instead of sent, locally and without SMTP: the page /mailbox shows it. */
  mailboxDirectory: string;
  storage: Storage;
  /** The largest file that can be uploaded, in bytes. */
  uploadMaxBytes: number;
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
  /** `inline`: jobs run inside the web server. `off`: a worker process of its own runs them. */
  runWorker: "inline" | "off";
  /** Where the worker process answers /live and /metrics; only its own network reaches it. */
  workerPort: number;
  /** Milliseconds between "not ready" and the end of accepting, so that the balancer notices. */
  shutdownDrainMs: number;
  /** Where backups land, to tell when the newest is too old; null where somebody else looks after them. */
  backupDir: string | null;
  /** Bearer token that opens /metrics to anyone who has it; without it, only the machine and its private network get in. */
  metricsToken: string | null;
  /** How many proxies in front of us write X-Forwarded-For; 0 trusts nobody's word for an address. */
  trustedProxyCount: number;
};

/** The environment is not fit to start with; `problems` has every reason, and no value of any variable. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(readonly problems: string[]) {
    super(["The configuration is not complete:", ...problems.map((problem) => `  - ${problem}`)].join("\n"));
  }
}

/**
 * Reads and checks the whole environment. Throws ConfigError with every problem at once; in production a missing,
 * default or weak secret is one. Source of the names: the operators' runbook, docs/runbook.md.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = envSchema.safeParse(given);
  const smtp = smtpFrom(given);
  const storage = storageFrom(given);
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(describeIssue)),
    ...smtp.problems,
    ...storage.problems,
    ...(given.NODE_ENV === "production" ? productionProblems(given) : []),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError([...new Set(problems)]);
  const values = parsed.data;
  return {
    production: values.NODE_ENV === "production",
    local: values.GESTION_LOCAL,
    databaseUrl: values.DATABASE_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    databasePoolMaxIdleTime: values.DATABASE_POOL_MAX_IDLE_TIME,
    authSecret: values.NEXTAUTH_SECRET,
    previousAuthSecret: values.NEXTAUTH_SECRET_PREVIOUS ?? null,
    baseUrl: values.NEXTAUTH_URL,
    redisUrl: values.REDIS_URL ?? null,
    smtp: smtp.value,
    bounceAddress: values.SMTP_BOUNCE_ADDRESS ?? null,
    bounceToken: values.BOUNCE_TOKEN ?? null,
    mailboxDirectory: values.MAILBOX_DIR,
    storage: storage.value,
    uploadMaxBytes: values.UPLOAD_MAX_BYTES,
    logLevel: values.LOG_LEVEL,
    runWorker: values.RUN_WORKER,
    workerPort: values.WORKER_PORT,
    shutdownDrainMs: values.SHUTDOWN_DRAIN_MS,
    backupDir: values.BACKUP_DIR ?? null,
    metricsToken: values.METRICS_TOKEN ?? null,
    trustedProxyCount: values.TRUSTED_PROXY_COUNT,
  };
}

let memo: Config | undefined;

/** The configuration of this process, read once, on first use: `next build` needs none of it. */
export function config(): Config {
  memo ??= loadConfig(process.env);
  return memo;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return `${issue.path.join(".")} ${issue.message}`;
}
