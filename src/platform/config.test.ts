import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ConfigError, loadConfig } from "./config";

const minimal = {
  DATABASE_URL: "postgres://app:x@localhost:5432/gestion",
  NEXTAUTH_SECRET: "short is fine outside production",
  NEXTAUTH_URL: "http://localhost:3000/",
};

const production = () => ({
  NODE_ENV: "production",
  DATABASE_URL: `postgres://app:${randomBytes(24).toString("hex")}@postgres:5432/gestion`,
  NEXTAUTH_SECRET: randomBytes(48).toString("base64"),
  NEXTAUTH_URL: "https://eventos.example.com",
  REDIS_URL: `redis://:${randomBytes(24).toString("hex")}@redis:6379`,
  SMTP_HOST: "smtp.example.com",
  SMTP_FROM: "Eventos <eventos@example.com>",
  STORAGE_DIR: "/data/files",
});

function problems(env: Record<string, string | undefined>): string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("what is read", () => {
  it("needs three values and has a default for the rest", () => {
    expect(loadConfig(minimal)).toMatchObject({
      production: false,
      local: false,
      databasePoolSize: 10,
      databasePoolMaxIdleTime: 30_000,
      baseUrl: "http://localhost:3000",
      redisUrl: null,
      smtp: null,
      storage: { kind: "disk", directory: ".data/files" },
      logLevel: "info",
      runWorker: "off",
      trustedProxyCount: 0,
    });
  });

  it("takes an empty value for an absent one, as a line in an env file leaves it", () => {
    expect(loadConfig({ ...minimal, REDIS_URL: "", DATABASE_POOL_SIZE: " " }).databasePoolSize).toBe(10);
  });

  it("reads mail from an address or from its parts", () => {
    const from = "Eventos <eventos@example.com>";
    expect(loadConfig({ ...minimal, SMTP_URL: "smtp://ana%40x:c%2Fd@mail.example.com", SMTP_FROM: from }).smtp).toEqual(
      {
        host: "mail.example.com",
        port: 587,
        secure: false,
        user: "ana@x",
        password: "c/d",
        from,
      },
    );
    expect(loadConfig({ ...minimal, SMTP_URL: "smtps://mail.example.com", SMTP_FROM: from }).smtp).toMatchObject({
      port: 465,
      secure: true,
      user: null,
    });
    const parts = { SMTP_HOST: "m", SMTP_PORT: "2525", SMTP_USER: "u", SMTP_PASSWORD: "p", SMTP_FROM: from };
    expect(loadConfig({ ...minimal, ...parts }).smtp).toMatchObject({
      host: "m",
      port: 2525,
      user: "u",
      password: "p",
    });
  });

  it("reads S3 when there is a bucket", () => {
    const s3 = { S3_BUCKET: "b", S3_REGION: "r", S3_ACCESS_KEY_ID: "i", S3_SECRET_ACCESS_KEY: "s" };
    expect(loadConfig({ ...minimal, ...s3 }).storage).toEqual({
      kind: "s3",
      endpoint: null,
      bucket: "b",
      region: "r",
      accessKeyId: "i",
      secretAccessKey: "s",
    });
  });
});

describe("what is refused", () => {
  it("names everything that is missing at once", () => {
    const lines = problems({}).join("\n");
    for (const name of ["DATABASE_URL", "NEXTAUTH_SECRET", "NEXTAUTH_URL"])
      expect(lines).toContain(`${name} is missing`);
  });

  it.each([
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATABASE_URL", "localhost"],
    ["NEXTAUTH_URL", "eventos.example.com"],
    ["REDIS_URL", "http://redis"],
    ["DATABASE_POOL_SIZE", "0"],
    ["DATABASE_POOL_SIZE", "many"],
    ["DATABASE_POOL_SIZE", "1.5"],
    ["DATABASE_POOL_MAX_IDLE_TIME", "10"],
    ["TRUSTED_PROXY_COUNT", "-1"],
    ["LOG_LEVEL", "loud"],
    ["RUN_WORKER", "yes"],
    ["GESTION_LOCAL", "perhaps"],
    ["SMTP_URL", "mail.example.com"],
    ["SMTP_HOST", "mail.example.com"], // without SMTP_FROM
    ["SMTP_PASSWORD", "alone"],
    ["S3_REGION", "alone"],
    ["S3_BUCKET", "alone"],
  ])("%s=%s", (name, value) => {
    expect(problems({ ...minimal, [name]: value })).not.toEqual([]);
  });

  it("never repeats a value", () => {
    const secrets = { NEXTAUTH_SECRET: "changeme-Xyzzy", DATABASE_URL: "postgres://app:Plugh@h/d", SMTP_URL: "Frotz" };
    const message = problems({ ...production(), ...secrets }).join("\n");
    expect(message).not.toMatch(/Xyzzy|Plugh|Frotz/);
  });
});

describe("production", () => {
  it("starts with strong secrets", () => {
    expect(problems(production())).toEqual([]);
  });

  it.each([
    ["NEXTAUTH_SECRET", undefined, "missing"],
    ["NEXTAUTH_SECRET", "", "missing"],
    ["NEXTAUTH_SECRET", "secret", "default"],
    ["NEXTAUTH_SECRET", "change-me-please-change-me-please-1", "default"],
    ["NEXTAUTH_SECRET", "your-secret-key-goes-here-0123456789", "default"],
    ["NEXTAUTH_SECRET", randomBytes(8).toString("hex"), "16 characters"],
    ["NEXTAUTH_SECRET", "ab".repeat(32), "repeats"],
    ["NEXTAUTH_SECRET", "aaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbccccccccc", "random"],
    ["METRICS_TOKEN", "metrics", "METRICS_TOKEN"],
    ["DATABASE_URL", "postgres://app:postgres@postgres/gestion", "default"],
    ["DATABASE_URL", "postgres://app@postgres/gestion", "missing"],
    ["DATABASE_URL", "postgres://gestion:gestion2026now@postgres/gestion", "user's name"],
    ["DATABASE_URL", "postgres://app:k8Fq2@postgres/gestion", "characters"],
    ["REDIS_URL", "redis://:redis@redis:6379", "default"],
    ["NEXTAUTH_URL", "http://eventos.example.com", "https"],
    ["SMTP_HOST", undefined, "SMTP_HOST"],
    ["STORAGE_DIR", undefined, "STORAGE_DIR"],
    ["GESTION_LOCAL", "1", "GESTION_LOCAL"],
  ])("does not start with %s=%s", (name, value, words) => {
    const found = problems({ ...production(), [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });

  it("accepts every secret that a good generator makes", () => {
    for (let round = 0; round < 2_000; round++) {
      const bytes = randomBytes(24);
      for (const secret of [bytes.toString("hex"), bytes.toString("base64url")]) {
        expect(problems({ ...production(), NEXTAUTH_SECRET: secret })).toEqual([]);
      }
    }
  });

  it("lets one's own machine do without mail, https and a password in the database address", () => {
    const local = {
      ...minimal,
      NODE_ENV: "production",
      GESTION_LOCAL: "1",
      NEXTAUTH_SECRET: randomBytes(36).toString("base64"),
    };
    expect(problems(local)).toEqual([]);
    expect(problems({ ...local, NEXTAUTH_SECRET: "secret" })).toHaveLength(1);
  });
});
