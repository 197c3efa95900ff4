import type { Readable } from "node:stream";
import type { Refusal } from "@/kernel/result";
import { problemOf, problemOfRefusal } from "./api/problem";

/**
 * A JSON answer to a page's own script; what was thrown becomes a problem (RFC 9457). `texts` gives a refusal its status
 * and the text that is shown.
 */
export async function jsonAnswer(
  body: () => Promise<{ status: number; value: unknown } | { refusal: Refusal; status: number; message: string }>,
): Promise<Response> {
  try {
    const answer = await body();
    if ("value" in answer) return json(answer.status, answer.value);
    // The rest of the body was not read, so the connection cannot be used for another request.
    const problem = { ...problemOfRefusal(answer.refusal), status: answer.status, message: answer.message };
    return json(answer.status, problem, { connection: "close" });
  } catch (error) {
    const problem = problemOf(error);
    const retry: Record<string, string> = "retryAfter" in problem ? { "retry-after": String(problem.retryAfter) } : {};
    return json(problem.status, problem, { connection: "close", ...retry });
  }
}

/** What was thrown, as an answer without a body for whoever shows a picture or saves a file. */
export function emptyAnswer(error: unknown): Response {
  return new Response(null, { status: problemOf(error).status, headers: { ...always, "cache-control": "no-store" } });
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
  return new Response(body, { status, headers: { ...always, ...headers } });
}

const always = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'self'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
};

function json(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  const type = status < 400 ? "application/json" : "application/problem+json";
  return Response.json(value, {
    status,
    headers: { ...always, "cache-control": "no-store", "content-type": type, ...headers },
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
