import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { statementStarts } from "@/platform/sql-error";

export type MigrationFile = { number: number; name: string; sql: string; checksum: string };

/** A migration that cannot run, with what to do about it; nothing of it was kept. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/**
 * The numbered SQL files of a folder, in order. Refuses gaps, a number twice, names that are none, and files that would
 * end the transaction they run in.
 */
export async function readMigrations(directory: string): Promise<MigrationFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql") && name !== "schema.sql").sort();
  const files = await Promise.all(names.map((name) => readMigration(directory, name)));
  for (const [index, file] of files.entries()) {
    const before = files[index - 1];
    if (before?.number === file.number) {
      throw new MigrationError(`${before.name} and ${file.name} have the same number. Give the newer one the next.`);
    }
    if (file.number !== index + 1) {
      throw new MigrationError(
        `Migration ${digits(index + 1)} is missing: ${file.name} follows ${before?.name ?? "nothing"}.`,
      );
    }
  }
  return files;
}

async function readMigration(directory: string, name: string): Promise<MigrationFile> {
  const number = /^(\d{4})_[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/.exec(name)?.[1];
  if (number === undefined) {
    throw new MigrationError(`${name} is not a name for a migration: write NNNN_what_it_does.sql, in lower case.`);
  }
  const sql = (await readFile(resolve(directory, name), "utf8")).replaceAll("\r\n", "\n");
  refuseOwnTransaction(name, sql);
  return { number: Number(number), name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

function refuseOwnTransaction(name: string, sql: string): void {
  const words = /^(begin|commit|end|rollback|abort|start\s+transaction|prepare\s+transaction)\b/i;
  const start = statementStarts(sql).find((offset) => words.test(sql.slice(offset)));
  if (start === undefined) return;
  const line = sql.slice(0, start).split("\n").length;
  throw new MigrationError(`${name} begins or ends a transaction at line ${line}. Each file runs in one already.`);
}

/** A migration's number as its file has it. */
export function digits(number: number): string {
  return String(number).padStart(4, "0");
}
