export type CspOptions = { nonce: string; development: boolean; https: boolean };

/**
 * What a page of ours may load and do (OWASP ASVS 5.0, 3.4). Scripts run by this request's nonce alone; styles may be
 * inline, because React writes `style` attributes. `next dev` needs eval and a socket besides.
 */
export function contentSecurityPolicy({ nonce, development, https }: CspOptions): string {
  const directives: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": `'self'${development ? " ws: wss:" : ""}`,
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "object-src": "'none'",
    "frame-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
  };
  const written = Object.entries(directives).map(([name, value]) => `${name} ${value}`);
  return [...written, ...(https ? ["upgrade-insecure-requests"] : [])].join("; ");
}

/** The headers of every answer, page or not. `https`: whether people reach us by TLS, so that browsers may insist on it. */
export function securityHeaders({ https }: { https: boolean }): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy":
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    ...(https ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

/** A fresh nonce of 128 random bits for one answer. */
export function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
