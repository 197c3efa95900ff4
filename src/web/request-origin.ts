import type { Origin } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { config } from "@/platform/config";

/**
 * Where a request came from. The socket's address is in `x-gestion-peer`, which src/instrumentation.ts overwrites on
 * every request; `x-forwarded-for` is believed only as far as TRUSTED_PROXY_COUNT proxies of ours have written it.
 */
export function originOf(headers: Headers): Origin {
  return {
    requestId: headers.get("x-request-id") ?? newId(),
    ip: clientAddress(headers, config().trustedProxyCount),
    userAgent: headers.get("user-agent")?.slice(0, 500) ?? null,
  };
}

/** The client's address when `proxies` proxies of ours stand in front; null when it is not known. */
export function clientAddress(headers: Headers, proxies: number): string | null {
  const peer = headers.get("x-gestion-peer");
  const forwarded = (headers.get("x-forwarded-for") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const address = proxies > 0 ? (forwarded.at(-proxies) ?? peer) : peer;
  return address?.replace(/^::ffff:/, "") ?? null;
}
