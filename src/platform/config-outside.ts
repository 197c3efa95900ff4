export type Smtp = {
  host: string;
  port: number;
  /** TLS from the first byte (port 465); otherwise STARTTLS when the server offers it. */
  secure: boolean;
  user: string | null;
  password: string | null;
  /** The sender of every message, as `Name <address>` or an address. */
  from: string;
};

export type Storage =
  | { kind: "disk"; directory: string }
  | {
      kind: "s3";
      endpoint: string | null;
      bucket: string;
      region: string;
      accessKeyId: string;
      secretAccessKey: string;
    };

type Env = Record<string, string | undefined>;
type Read<T> = { value: T; problems: string[] };

/** SMTP from SMTP_URL (`smtp://user:password@host:587`, `smtps://` for port 465) or from SMTP_HOST and its kin. */
export function smtpFrom(env: Env): Read<Smtp | null> {
  const url = env.SMTP_URL;
  if (url !== undefined && !(URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol) && new URL(url).hostname)) {
    return { value: null, problems: ["SMTP_URL is not an address; it looks like smtp://user:password@host:587"] };
  }
  if (url === undefined && env.SMTP_HOST === undefined) {
    const orphans = ["SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD"].filter((name) => env[name] !== undefined);
    return { value: null, problems: orphans.map((name) => `${name} is given, but neither SMTP_URL nor SMTP_HOST is`) };
  }
  const smtp = url === undefined ? fromParts(env) : fromUrl(new URL(url), env);
  const problems = [];
  if (!Number.isInteger(smtp.port) || smtp.port < 1 || smtp.port > 65_535) {
    problems.push("SMTP_PORT must be a whole number from 1 to 65535");
  }
  if (!/[^\s<>@]+@[^\s<>@]+/.test(smtp.from)) {
    problems.push("SMTP_FROM is missing or has no address; it looks like Eventos <eventos@example.com>");
  }
  if ((smtp.user === null) !== (smtp.password === null)) {
    problems.push("SMTP_USER and SMTP_PASSWORD go together: only one of them is given");
  }
  return { value: smtp, problems };
}

function fromUrl(url: URL, env: Env): Smtp {
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    user: decodeURIComponent(url.username) || (env.SMTP_USER ?? null),
    password: decodeURIComponent(url.password) || (env.SMTP_PASSWORD ?? null),
    from: env.SMTP_FROM ?? "",
  };
}

function fromParts(env: Env): Smtp {
  const port = Number(env.SMTP_PORT ?? 587);
  return {
    host: env.SMTP_HOST ?? "",
    port,
    secure: port === 465,
    user: env.SMTP_USER ?? null,
    password: env.SMTP_PASSWORD ?? null,
    from: env.SMTP_FROM ?? "",
  };
}

/** S3_* when S3_BUCKET is given (then all of them), STORAGE_DIR otherwise; `.data/files` where neither is. */
export function storageFrom(env: Env): Read<Storage> {
  if (env.S3_BUCKET === undefined) {
    const orphans = Object.keys(env).filter((name) => name.startsWith("S3_"));
    return {
      value: { kind: "disk", directory: env.STORAGE_DIR ?? ".data/files" },
      problems: orphans.map((name) => `${name} is given, but S3_BUCKET is not`),
    };
  }
  const missing = ["S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"].filter((name) => env[name] === undefined);
  const problems = missing.map((name) => `${name} is missing, and S3_BUCKET is given`);
  if (env.S3_ENDPOINT !== undefined && !/^https?:\/\/[^/]/.test(env.S3_ENDPOINT)) {
    problems.push("S3_ENDPOINT is not an address; it looks like https://s3.example.com");
  }
  if (env.STORAGE_DIR !== undefined) problems.push("STORAGE_DIR and S3_BUCKET are both given; files go to one place");
  return {
    value: {
      kind: "s3",
      endpoint: env.S3_ENDPOINT ?? null,
      bucket: env.S3_BUCKET,
      region: env.S3_REGION ?? "",
      accessKeyId: env.S3_ACCESS_KEY_ID ?? "",
      secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "",
    },
    problems,
  };
}
