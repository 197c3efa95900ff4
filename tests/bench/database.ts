import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { connections } from "./load";
import { pgbenchFile } from "./pgbench-file";
import { freshOf, type Script } from "./transaction-script";

/** What the database does alone with the statements of a request: how often a second, and with which program. */
export type DatabaseRun = { perSecond: number; with: "pgbench" | "pg" };

/** Runs the scripts in turn with as many clients as the requests had, under the application's role, for `seconds`. */
export async function runStatements(url: string, scripts: readonly Script[], seconds: number): Promise<DatabaseRun> {
  const program = findPgbench();
  if (program) return { perSecond: await withPgbench(program, url, scripts, seconds), with: "pgbench" };
  return { perSecond: await withPg(url, scripts, seconds), with: "pg" };
}

/** On the path, or where Debian puts it. */
function findPgbench(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":").filter(Boolean),
  ];
  return places.map((folder) => join(folder, "pgbench")).find((path) => existsSync(path)) ?? null;
}

async function withPgbench(program: string, url: string, scripts: readonly Script[], seconds: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "gestion-bench-"));
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = {
    ...process.env,
    PGPASSWORD: decodeURIComponent(password),
    PGOPTIONS: "-c role=gestion_app -c timezone=UTC",
  };
  try {
    const files = scripts.map((script, index) => {
      const file = join(folder, `${index}.sql`);
      writeFileSync(file, pgbenchFile(script));
      return `--file=${file}`;
    });
    const how = ["--no-vacuum", "--protocol=extended", `--client=${connections}`, "--jobs=1", `--time=${seconds}`];
    const where = ["-h", hostname, "-p", port, "-U", username, pathname.slice(1)];
    const { stdout } = await promisify(execFile)(program, [...how, ...files, ...where], { env });
    const perSecond = /^tps = ([\d.]+) /m.exec(stdout)?.[1];
    if (!perSecond) throw new Error(`pgbench did not say how many:\n${stdout}`);
    return Number(perSecond);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Exported for its test: what stands in for pgbench where there is none. */
export async function withPg(url: string, scripts: readonly Script[], seconds: number): Promise<number> {
  const from = performance.now();
  const until = from + seconds * 1000;
  const done = await Promise.all(Array.from({ length: connections }, (_, client) => work(url, scripts, client, until)));
  return (done.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - from);
}

async function work(url: string, scripts: readonly Script[], first: number, until: number): Promise<number> {
  const client = new pg.Client({ connectionString: url, options: "-c role=gestion_app -c timezone=UTC" });
  await client.connect();
  try {
    let count = 0;
    for (; performance.now() < until; count++) {
      const script = scripts[(first + count) % scripts.length];
      if (script) await runOnce(client, script);
    }
    return count;
  } finally {
    await client.end();
  }
}

async function runOnce(client: pg.Client, script: Script): Promise<void> {
  const made = new Map(freshOf(script).map((id) => [id, anotherLike(id)]));
  const answers: Record<string, unknown>[] = [];
  for (const { text, slots } of script) {
    const values = slots.map((slot) => {
      if (slot.kind === "chained") return answers[slot.from]?.[slot.column];
      return slot.pieces?.map((piece) => (typeof piece === "string" ? piece : made.get(piece.fresh))).join("") ?? null;
    });
    const { rows } = await client.query<Record<string, unknown>>(text, values.length > 0 ? values : undefined);
    answers.push(rows?.[0] ?? {});
  }
}

function anotherLike(id: string): string {
  return id.length === 64 ? (randomUUID() + randomUUID()).replaceAll("-", "") : randomUUID();
}
