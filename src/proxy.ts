import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, newNonce, securityHeaders } from "@/platform/security-headers";

/**
 * In front of every page and route: the security headers, a nonce for the page's scripts (Next reads it from the
 * request's policy) and the path for server components. It asks no database: who may do what is decided by the verbs.
 */
export function proxy(request: NextRequest): NextResponse {
  const https = process.env.NODE_ENV === "production" && (process.env.NEXTAUTH_URL ?? "").startsWith("https:");
  const policy = contentSecurityPolicy({
    nonce: newNonce(),
    development: process.env.NODE_ENV === "development",
    https,
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(securityHeaders({ https }))) response.headers.set(name, value);
  return response;
}

// Uploads pass, because Next would keep the first 10 MB of a body for us and cut off the rest; src/app/files sets its own
// headers. Files that never change carry their headers from next.config.ts. Prefetches pass: their answers need `x-path` too.
export const config = { matcher: ["/((?!_next/static/|_next/image/|files(?:/|$)).*)"] };
