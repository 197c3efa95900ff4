import { z } from "zod";

/** The environment variables that are plain values, by the names of docs/runbook.md. Empty ones count as absent. */
export const envSchema = z.object({
  NODE_ENV: z.string().optional(),
  GESTION_LOCAL: z
    .enum(["0", "1", "true", "false"], { error: "must be 1 or 0" })
    .default("0")
    .transform((value) => value === "1" || value === "true"),
  DATABASE_URL: address(["postgres:", "postgresql:"], "postgres://user:password@host:5432/database"),
  DATABASE_POOL_SIZE: wholeNumber(1, 500).default(10),
  DATABASE_POOL_MAX_IDLE_TIME: wholeNumber(1_000, 86_400_000).default(30_000),
  NEXTAUTH_SECRET: z.string({ error: "is missing; `openssl rand -base64 48` makes one" }),
  NEXTAUTH_SECRET_PREVIOUS: z.string().optional(),
  NEXTAUTH_URL: address(["http:", "https:"], "https://eventos.example.com").transform((url) => url.replace(/\/+$/, "")),
  REDIS_URL: address(["redis:", "rediss:"], "redis://:password@host:6379").optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], {
      error: "must be trace, debug, info, warn, error, fatal or silent",
    })
    .default("info"),
  RUN_WORKER: z.enum(["inline", "off"], { error: "must be inline or off" }).default("off"),
  WORKER_PORT: wholeNumber(1, 65_535).default(3001),
  SHUTDOWN_DRAIN_MS: wholeNumber(0, 60_000).default(0),
  BACKUP_DIR: z.string().optional(),
  METRICS_TOKEN: z.string().optional(),
  SMTP_BOUNCE_ADDRESS: z
    .string()
    .regex(/^[^\s<>@]+@[^\s<>@]+$/, { error: "is not an address; it looks like rebotes@example.com" })
    .optional(),
  BOUNCE_TOKEN: z.string().optional(),
  MAILBOX_DIR: z.string().default(".data/mailbox"),
  UPLOAD_MAX_BYTES: wholeNumber(1_024, 1_073_741_824).default(20_971_520),
  TRUSTED_PROXY_COUNT: wholeNumber(0, 10).default(0),
});

function address(protocols: string[], example: string) {
  const error = (issue: { input?: unknown }) =>
    `${issue.input === undefined ? "is missing" : "is not an address"}; it looks like ${example}`;
  return z.string({ error }).refine((value) => protocols.includes(protocolOf(value) ?? ""), { error });
}

function protocolOf(value: string): string | null {
  return URL.canParse(value) ? new URL(value).protocol : null;
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, { error })
    .transform(Number)
    .pipe(z.number().min(least, { error }).max(most, { error }));
}
