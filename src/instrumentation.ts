import type { Instrumentation } from "next";

/** Next calls this once, before the server takes its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { startProcess } = await import("./instrumentation-node");
  await startProcess();
}

/** What a page, route or action threw and nobody answered: a line of ours, with the request's id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logUnanswered } = await import("./instrumentation-node");
  logUnanswered(error, { method: request.method, route: context.routePath, kind: context.routeType });
};
