import { parseSetCookieHeader } from "better-auth/cookies";
import type { cookies } from "next/headers";

type CookieJar = Awaited<ReturnType<typeof cookies>>;

/** Puts `Set-Cookie` header values, as verbs return them, into the answer to a server action. */
export function applySetCookie(jar: CookieJar, headerValues: readonly string[]): void {
  for (const header of headerValues) {
    for (const [name, cookie] of parseSetCookieHeader(header)) {
      jar.set(name, decodeURIComponent(cookie.value), {
        path: cookie.path ?? "/",
        httpOnly: cookie.httponly ?? false,
        secure: cookie.secure ?? false,
        sameSite: cookie.samesite ?? "lax",
        maxAge: cookie["max-age"],
        expires: cookie.expires,
      });
    }
  }
}
