import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { newId } from "@/kernel/id";
import { closeOnStop, isStopping } from "./lifecycle";
import { enterLogContext, type LogContext, logger } from "./logger";
import { maskedPath } from "./masked-path";

export type FinishedRequest = { method: string; path: string; status: number; seconds: number };

export type RequestLogOptions = {
  /** Believe a well-formed `x-request-id`: only a proxy of ours in front writes it. */
  trustRequestId: boolean;
  /** Told of each request when its answer is through, or was broken off. */
  finished: (request: FinishedRequest) => void;
};

/**
 * Gives every request of every HTTP server in this process an id, the address of its socket (`x-gestion-peer`) and a log
 * context, and writes one JSON line when it is over. Node's own channel, because Next offers no hook around a request.
 */
export function logRequests(options: RequestLogOptions): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response, server } = message as Started;
    closeOnStop(server);
    begin(request, response, options);
  });
}

type Started = { request: IncomingMessage; response: ServerResponse; server: Server };

const wellFormedId = /^[\w.-]{8,64}$/;
const staticFile = /^\/(_next\/(static|image)\b|[^/]+\.(ico|png|svg|txt|webmanifest)$)/;
const probe = /^\/(api\/health\b|metrics$)/;

function begin(request: IncomingMessage, response: ServerResponse, options: RequestLogOptions): void {
  const from = performance.now();
  const given = request.headers["x-request-id"];
  const requestId = options.trustRequestId && typeof given === "string" && wellFormedId.test(given) ? given : newId();
  request.headers["x-request-id"] = requestId;
  request.headers["x-gestion-peer"] = request.socket.remoteAddress ?? "unknown";
  response.setHeader("x-request-id", requestId);
  // A kept-alive connection would bring its next request to a process that is leaving.
  if (isStopping()) response.setHeader("connection", "close");

  const context: LogContext = { requestId };
  enterLogContext(context);
  const method = request.method ?? "GET";
  const path = pathOf(request.url ?? "/");
  response.once("close", () => {
    const milliseconds = performance.now() - from;
    const status = response.statusCode;
    options.finished({ method, path, status, seconds: milliseconds / 1_000 });
    logger[levelOf(path, status)](
      {
        ...context,
        method,
        path: maskedPath(path),
        status,
        durationMs: Math.round(milliseconds * 10) / 10,
        ...(response.writableFinished ? {} : { aborted: true }),
      },
      "Request",
    );
  });
}

/** Without the query: what people search for, and the tokens of old links, are nobody's business. */
function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] || "/";
}

function levelOf(path: string, status: number): "debug" | "info" | "warn" {
  if (status >= 500) return "warn";
  return staticFile.test(path) || probe.test(path) ? "debug" : "info";
}
