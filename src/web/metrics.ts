import { config } from "@/platform/config";
import { exposition } from "@/platform/metrics";
import { mayReadMetrics } from "@/platform/metrics-access";

/** The metrics for Prometheus; to everyone else, a page that does not exist. */
export async function answerMetrics(request: Request): Promise<Response> {
  const { headers } = request;
  const asker = {
    peer: headers.get("x-gestion-peer"),
    forwarded: wasForwarded(headers),
    authorization: headers.get("authorization"),
  };
  if (!mayReadMetrics(asker, config().metricsToken)) return new Response("Not found\n", { status: 404 });
  const { body, contentType } = await exposition();
  return new Response(body, { headers: { "content-type": contentType, "cache-control": "no-store" } });
}

/** Next itself writes the socket's address into an absent X-Forwarded-For; any other value came with the request. */
function wasForwarded(headers: Headers): boolean {
  const forwardedFor = headers.get("x-forwarded-for");
  if (headers.has("forwarded") || headers.has("x-real-ip")) return true;
  return forwardedFor !== null && forwardedFor !== headers.get("x-gestion-peer");
}
