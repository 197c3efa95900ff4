import type { cookies } from "next/headers";
import { parseSetCookie } from "@/kernel/cookie";

type CookieJar = Awaited<ReturnType<typeof cookies>>;

/** Puts `Set-Cookie` header values, as verbs return them, into the answer to a server action. */
export function applySetCookie(jar: CookieJar, headerValues: readonly string[]): void {
  for (const header of headerValues) {
    const { name, value, ...attributes } = parseSetCookie(header);
    jar.set(name, value, { path: "/", sameSite: "lax", ...attributes });
  }
}
