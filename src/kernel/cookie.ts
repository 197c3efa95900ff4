/** A cookie as `Set-Cookie` says it. `maxAge` in seconds; 0 takes the cookie away. */
export type Cookie = { name: string; value: string; maxAge: number; secure: boolean };

/**
 * The value of a `Set-Cookie` header: HttpOnly, SameSite=Lax, the whole site. Under https the cookie is Secure and its
 * name starts with `__Host-`, so that neither a subdomain nor plain http can plant it (RFC 6265bis 4.1.3.2).
 */
export function setCookie(cookie: Cookie): string {
  const value = encodeURIComponent(cookie.value);
  const attributes = [
    "Path=/",
    `Max-Age=${cookie.maxAge}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(cookie.secure ? ["Secure"] : []),
  ];
  return [`${cookieName(cookie.name, cookie.secure)}=${value}`, ...attributes].join("; ");
}

/** Reads back what `setCookie` wrote: for transports that set cookies one by one. */
export function parseSetCookie(header: string): Cookie & { httpOnly: boolean } {
  const [pair = "", ...attributes] = header.split("; ");
  const at = pair.indexOf("=");
  const maxAge = attributes.find((attribute) => attribute.startsWith("Max-Age="))?.slice("Max-Age=".length);
  return {
    name: pair.slice(0, at),
    value: decodeURIComponent(pair.slice(at + 1)),
    maxAge: Number(maxAge ?? 0),
    secure: attributes.includes("Secure"),
    httpOnly: attributes.includes("HttpOnly"),
  };
}

/** The value of a cookie in a `Cookie` header, or null. A name that comes twice, or a broken value, counts as absent. */
export function readCookie(header: string | null, name: string, secure: boolean): string | null {
  const prefix = `${cookieName(name, secure)}=`;
  const found = (header ?? "").split(/;\s*/).filter((pair) => pair.startsWith(prefix));
  if (found.length !== 1) return null;
  try {
    return decodeURIComponent(found[0]?.slice(prefix.length) ?? "") || null;
  } catch {
    return null;
  }
}

function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
