import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";

/** What a log line says of the request or job it was written in. */
export type LogContext = { requestId?: string; userId?: string; organizationId?: string; job?: string };

const context = new AsyncLocalStorage<LogContext>();

/** JSON lines on stdout. Secrets are struck out by name, wherever in the object they are. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => context.getStore() ?? {},
  redact: { paths: secretPaths(), censor: "[redacted]" },
});

/** Runs `body` so that each line written in it carries the context; may be added to with `addLogContext`. */
export function withLogContext<T>(fields: LogContext, body: () => T): T {
  return context.run({ ...context.getStore(), ...fields }, body);
}

/** Adds to the context of the request or job under way, once more is known (who is signed in). */
export function addLogContext(fields: LogContext): void {
  Object.assign(context.getStore() ?? {}, fields);
}

function secretPaths(): string[] {
  const names = [
    "password",
    "newPassword",
    "currentPassword",
    "secret",
    "token",
    "code",
    "authorization",
    "cookie",
    "apiKey",
  ];
  return names.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
}
