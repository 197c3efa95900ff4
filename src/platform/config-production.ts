import { whyWeakPassword, whyWeakSecret } from "@/platform/secret-strength";

type Env = Record<string, string | undefined>;

/**
 * What production asks for beyond the shape of each value: strong secrets, an encrypted address, files that outlive the
 * container. `GESTION_LOCAL` (npm start) waives what makes no sense on one's own machine, and is refused elsewhere.
 */
export function productionProblems(env: Env): string[] {
  const local = env.GESTION_LOCAL === "1" || env.GESTION_LOCAL === "true";
  return [
    ...weakSecrets(env),
    ...(local ? localProblems(env) : [...addressProblems(env), ...weakPasswords(env), ...outsideProblems(env)]),
  ];
}

function weakSecrets(env: Env): string[] {
  return ["NEXTAUTH_SECRET", "METRICS_TOKEN", "BOUNCE_TOKEN"].flatMap((name) => {
    const why = env[name] === undefined ? null : whyWeakSecret(env[name]);
    return why === null ? [] : [`${name} ${why}; \`openssl rand -base64 48\` makes a good one`];
  });
}

function weakPasswords(env: Env): string[] {
  const problems = ["DATABASE_URL", "REDIS_URL"].flatMap((name) => {
    const url = parse(env[name]);
    // Over a Unix socket the operating system says who is asking, and there may be no password.
    if (!url || (name === "DATABASE_URL" && url.hostname === "")) return [];
    const why = whyWeakPassword(decodeURIComponent(url.password), decodeURIComponent(url.username));
    return why === null ? [] : [`The password in ${name} ${why}; \`openssl rand -hex 24\` makes a good one`];
  });
  const s3 = env.S3_SECRET_ACCESS_KEY;
  const why = s3 === undefined ? null : whyWeakPassword(s3, env.S3_ACCESS_KEY_ID ?? "");
  return why === null ? problems : [...problems, `S3_SECRET_ACCESS_KEY ${why}`];
}

function addressProblems(env: Env): string[] {
  const url = parse(env.NEXTAUTH_URL);
  if (url?.protocol !== "http:" || isLoopback(url.hostname)) return [];
  return ["NEXTAUTH_URL must begin with https:// so that sessions cannot be read on the way"];
}

function outsideProblems(env: Env): string[] {
  return [
    ...((env.SMTP_URL ?? env.SMTP_HOST) ? [] : ["SMTP_URL or SMTP_HOST is missing: no message could be sent"]),
    ...((env.STORAGE_DIR ?? env.S3_BUCKET) ? [] : ["STORAGE_DIR or S3_BUCKET is missing: files would be lost"]),
  ];
}

function localProblems(env: Env): string[] {
  const url = parse(env.NEXTAUTH_URL);
  if (!url || isLoopback(url.hostname) || isPrivate(url.hostname)) return [];
  return ["GESTION_LOCAL is for one's own machine, and NEXTAUTH_URL is an address on the internet"];
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127\./.test(host);
}

function isPrivate(host: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host) || host.endsWith(".local") || !host.includes(".");
}

function parse(address: string | undefined): URL | null {
  return address !== undefined && URL.canParse(address) ? new URL(address) : null;
}
