import type { Readable } from "node:stream";
import type { Refusal } from "@/kernel/result";
import { config } from "@/platform/config";
import { securityHeaders } from "@/platform/security-headers";
import { problem, problemOf } from "./api/problem";

/**
 * A JSON answer to a page's own script, or to another program. A refusal and whatever was thrown become a problem
 * (RFC 9457); `message` is its text for the person.
 */
export async function jsonAnswer(
  body: () => Promise<{ status: number; value: unknown } | { refusal: Refusal; status: number; message: string }>,
): Promise<Response> {
  try {
    const answer = await body();
    if ("value" in answer) return json(answer.status, answer.value);
    const { message } = answer;
    const { code, ...rest } = answer.refusal;
    // The rest of the body was not read, so the connection cannot be used for another request.
    return json(answer.status, problem(answer.status, code, message, { ...rest, message }), { connection: "close" });
  } catch (error) {
    const fault = problemOf(error);
    const retry: Record<string, string> = "retryAfter" in fault ? { "retry-after": String(fault.retryAfter) } : {};
    return json(fault.status, fault, { connection: "close", ...retry });
  }
}

/** What was thrown, as an answer without a body for whoever shows a picture or saves a file. */
export function emptyAnswer(error: unknown): Response {
  return new Response(null, { status: problemOf(error).status, headers: { ...always(), "cache-control": "no-store" } });
}

export type SentBytes = {
  content: Readable | null;
  status: 200 | 206 | 304 | 416;
  headers: Record<string, string>;
};

/**
 * Bytes that a person uploaded. Whatever they are, they run nothing and load nothing: no sniffing, a sandbox without
 * scripts, no other site may show them (OWASP ASVS 5.0, 5.4).
 */
export function bytesAnswer({ content, status, headers }: SentBytes): Response {
  const body = content === null ? null : webStream(content);
  return new Response(body, { status, headers: { ...always(), ...headers } });
}

/** This path is outside of src/proxy.ts, which sets the headers of all others. */
function always(): Record<string, string> {
  const { production, baseUrl } = config();
  return {
    ...securityHeaders({ https: production && baseUrl.startsWith("https:") }),
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'self'",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "no-referrer",
  };
}

function json(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  const type = status < 400 ? "application/json" : "application/problem+json";
  return Response.json(value, {
    status,
    headers: { ...always(), "cache-control": "no-store", "content-type": type, ...headers },
  });
}

function webStream(content: Readable): ReadableStream<Uint8Array> {
  const chunks = content.iterator({ destroyOnReturn: true });
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
