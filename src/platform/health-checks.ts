import { randomUUID } from "node:crypto";
import { access, constants, mkdir, readdir, rm, stat, statfs, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Pool } from "pg";
import { systemNow } from "@/kernel/time";
import { remembered } from "./cache";
import { config } from "./config";
import { appPool, openPool } from "./db";
import { processWide } from "./process-wide";
import { keyValue } from "./redis";
import { smtpMailer } from "./smtp-mailer";
import { appStorage } from "./storage";

/**
 * `off`: not part of this installation. `degraded`: works, and somebody should look. `message` says what is wrong, for
 * an operator, without any secret.
 */
export type Found = { state: "ok" | "degraded" | "down" | "off"; message?: string };

const backupMaxAgeHours = 26;
const freeDiskShare = 0.2;

/** Asks on a connection of its own: a busy pool is no outage, and must not take every replica out of the balancer. */
export async function databaseCheck(): Promise<Found> {
  await probePool().query("select 1");
  const waiting = appPool().waitingCount;
  if (waiting > 0) return { state: "degraded", message: `${waiting} requests wait for a connection` };
  return { state: "ok" };
}

export async function redisCheck(): Promise<Found> {
  if (config().redisUrl === null) return { state: "off", message: "REDIS_URL is not set; memory is used" };
  try {
    await keyValue().ping();
    return { state: "ok" };
  } catch {
    return { state: "degraded", message: "does not answer; memory is used" };
  }
}

export async function queueCheck(): Promise<Found> {
  const { rows } = await probePool().query<{ overdue: bigint; dead: bigint }>(
    "select overdue, dead from queue_state()",
  );
  const { overdue = 0n, dead = 0n } = rows[0] ?? {};
  if (overdue > 0n) {
    return { state: "degraded", message: `${overdue} jobs are over 5 minutes late; is a worker running?` };
  }
  return dead > 0n ? { state: "ok", message: `${dead} jobs gave up and wait for a person` } : { state: "ok" };
}

/** Connects and signs in, at most once a minute: mail servers do not like to be asked every second. */
export function mailCheck(): Promise<Found> {
  return processWide("mailCheck", () => remembered(60_000, askMailServer))();
}

async function askMailServer(): Promise<Found> {
  const { smtp } = config();
  if (smtp === null) return { state: "off", message: "no SMTP server is set" };
  const mailer = smtpMailer(smtp, null, { connectionTimeout: 1_800, greetingTimeout: 1_800, socketTimeout: 1_800 });
  try {
    await mailer.verify();
    return { state: "ok" };
  } catch {
    return { state: "degraded", message: "the SMTP server does not take our mail; it is queued" };
  } finally {
    mailer.close();
  }
}

/** Writes and removes a small file, or asks S3 for an object with our key: it answers, and knows us. */
export async function storageCheck(): Promise<Found> {
  const { storage } = config();
  try {
    if (storage.kind === "disk") await tryToWrite(resolve(storage.directory));
    else await appStorage().exists("health/probe");
    return { state: "ok" };
  } catch {
    return { state: "degraded", message: "files cannot be stored" };
  }
}

async function tryToWrite(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const probe = join(directory, `.probe-${randomUUID()}`);
  await writeFile(probe, "");
  await rm(probe);
}

/** Whether the newest backup is young enough. Source: the runbook, daily at 02:00 with an alert after 26 hours. */
export async function backupsCheck(): Promise<Found> {
  const { backupDir } = config();
  if (backupDir === null) return { state: "off", message: "BACKUP_DIR is not set" };
  const newest = await newestBackup(backupDir).catch(() => null);
  if (newest === null) return { state: "degraded", message: "there is no backup" };
  const hours = (systemNow().epochMilliseconds - newest) / 3_600_000;
  if (hours > backupMaxAgeHours) {
    return { state: "degraded", message: `the newest backup is ${Math.floor(hours)} hours old` };
  }
  return { state: "ok" };
}

async function newestBackup(directory: string): Promise<number | null> {
  const names = (await readdir(directory)).filter((name) => /^backup_\d{8}_\d{6}\.sql\.gz$/.test(name)).sort();
  const newest = names.at(-1);
  return newest === undefined ? null : (await stat(join(directory, newest))).mtimeMs;
}

export async function diskCheck(): Promise<Found> {
  const { storage } = config();
  const directory = storage.kind === "disk" ? resolve(storage.directory) : process.cwd();
  const present = await access(directory, constants.R_OK).then(
    () => directory,
    () => process.cwd(),
  );
  const { bavail, blocks } = await statfs(present);
  const free = bavail / blocks;
  if (free < freeDiskShare) return { state: "degraded", message: `${Math.round(free * 100)} % of the disk is free` };
  return { state: "ok" };
}

function probePool(): Pool {
  return processWide("probePool", () => openPool(config().databaseUrl, { role: "app", max: 2, maxIdleMs: 60_000 }));
}
