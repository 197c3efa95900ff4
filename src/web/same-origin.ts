import { Forbidden } from "@/kernel/errors";

/**
 * Refuses a request that another site's page made a browser send (CSRF), for routes that act on the session's cookie.
 * Browsers say so by `Sec-Fetch-Site`, older ones by `Origin`; a request with neither is from no page of ours.
 */
export function refuseOtherSites(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin") return;
  const origin = headers.get("origin") ?? "";
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  if (site === null && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new Forbidden("same_origin");
}
