import { InvalidInput, KnownError, TooManyRequests } from "@/kernel/errors";
import type { Refusal } from "@/kernel/result";
import { logger } from "@/platform/logger";

/** A problem document (RFC 9457). `code` is stable and what programs should switch on. */
export type Problem = { type: string; title: string; status: number; code: string; detail?: string } & Record<
  string,
  unknown
>;

/** The answer for whatever was thrown; an error that nobody foresaw is logged and tells nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof InvalidInput) return problem(422, error.code, error.message, { issues: error.issues });
  if (error instanceof TooManyRequests)
    return problem(429, error.code, error.message, { retryAfter: error.retryAfter });
  if (error instanceof KnownError) return problem(error.status, error.code, error.message);
  logger.error({ err: error }, "An API request failed");
  return problem(500, "internal_error", "Something failed on our side; it has been recorded under the request id.");
}

/** The answer for a refusal of a verb: 409 with the refusal's code, and what else it says as members. */
export function problemOfRefusal(refusal: Refusal): Problem {
  const { code, ...rest } = refusal;
  return problem(409, code, `Refused: ${code.replaceAll("_", " ")}`, rest);
}

/** Builds a problem document. */
export function problem(status: number, code: string, detail?: string, members: Record<string, unknown> = {}): Problem {
  return { type: `/api/docs#problem-${code}`, title: titles[status] ?? "Problem", status, code, detail, ...members };
}

const titles: Record<number, string> = {
  400: "Bad request",
  401: "Not authenticated",
  403: "Forbidden",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Invalid input",
  429: "Too many requests",
  500: "Internal error",
  503: "Unavailable",
};
