// @ts-check
import { resolve } from "node:path";
import { localSecrets } from "./secrets.mjs";

/**
 * The environment of the application on one's own machine: what the person gave wins; secrets are made where they gave
 * none, and mail goes to the built-in mailbox where there is no SMTP.
 * @param {{ databaseUrl: string, port: number, host: string, production: boolean }} at
 * @returns {Record<string, string | undefined>}
 */
export function appEnv({ databaseUrl, port, host, production }) {
  return {
    LOG_LEVEL: "warn",
    RUN_WORKER: "inline",
    NEXTAUTH_URL: `http://localhost:${port}`,
    STORAGE_DIR: process.env.S3_BUCKET ? undefined : resolve(".data/files"),
    MAILBOX_DIR: resolve(".data/mailbox"),
    ...process.env,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || localSecrets().authSecret,
    GESTION_LOCAL: "1",
    NODE_ENV: production ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
    // Next leaves SIGTERM to us (src/platform/lifecycle.ts); the development server keeps it.
    NEXT_MANUAL_SIG_HANDLE: production ? "1" : undefined,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    HOSTNAME: host,
  };
}

/** Where sent mail can be read. @param {string} address */
export function mailPlace(address) {
  const smtp = process.env.SMTP_URL ? new URL(process.env.SMTP_URL).host : process.env.SMTP_HOST;
  return smtp ? `sent through ${smtp}` : `${address}/mailbox`;
}
