import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { processWide } from "./process-wide";

/** What a log line says of the request or job it was written in. */
export type LogContext = { requestId?: string; userId?: string; organizationId?: string; job?: string };

// One for the whole process: instrumentation opens a request's context, pages and verbs add to it.
const context = processWide("logContext", () => new AsyncLocalStorage<LogContext>());

/** JSON lines on stdout. Secrets are struck out by name, wherever in the object they are. */
export const logger = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  mixin: () => ({ ...context.getStore() }), // a copy: pino writes the line's own fields into it
  serializers: { err: describeError },
  redact: { paths: secretPaths(), censor: "[redacted]" },
});

/** Runs `body` so that each line written in it carries the context; may be added to with `addLogContext`. */
export function withLogContext<T>(fields: LogContext, body: () => T): T {
  return context.run({ ...context.getStore(), ...fields }, body);
}

/** From here on, whatever this asynchronous execution starts writes its lines in this very object's context. */
export function enterLogContext(fields: LogContext): void {
  context.enterWith(fields);
}

/** Adds to the context of the request or job under way, once more is known (who is signed in). */
export function addLogContext(fields: LogContext): void {
  Object.assign(context.getStore() ?? {}, fields);
}

/** `code` is struck out, because codes sign people in; that of an error (23505, ECONNREFUSED) is what one looks for. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, ...rest } = pino.stdSerializers.err(error);
  return code === undefined ? rest : { ...rest, errorCode: code };
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
