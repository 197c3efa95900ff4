import type { ClientBase } from "pg";
import { schemaSections, tableSections } from "@/platform/schema-dump-sections";

/**
 * The schema of the migrated database as one readable SQL file: the current truth beside the migrations. The same
 * schema always gives the same text, whoever owns it and however it came about; running the text on an empty database
 * gives the schema back. Leaves out schema_migration, the job queue's own schema and what extensions bring.
 */
export async function dumpSchema(client: ClientBase): Promise<string> {
  await client.query("begin read only");
  try {
    // Names of our own schema without its prefix, and nobody else's settings.
    await client.query(
      "set local search_path = public, pg_catalog; set local datestyle = iso; set local timezone = 'UTC'",
    );
    const before = await sections(client, schemaSections.beforeTables);
    const tables = await tableBlocks(client);
    const after = await sections(client, schemaSections.afterTables);
    return `${[heading, ...before, ...tables, ...after].join("\n\n")}\n`;
  } finally {
    await client.query("rollback");
  }
}

const heading = `-- The schema as the migrations leave it. Written by \`npm run db:generate\`; do not edit.
-- Roles belong to the cluster and are not here: gestion_app is made by 0001_foundation.sql.

set check_function_bodies = off;`;

type Section = { title: string; sql: string };

async function sections(client: ClientBase, list: readonly Section[]): Promise<string[]> {
  const texts: string[] = [];
  for (const { title, sql } of list) {
    const { rows } = await client.query<{ line: string }>(sql);
    if (rows.length > 0) texts.push([`-- ${title}`, ...rows.map((row) => row.line)].join("\n"));
  }
  return texts;
}

/** One block for each table: its columns, then whatever hangs on it alone. */
async function tableBlocks(client: ClientBase): Promise<string[]> {
  const blocks = new Map<string, string[]>();
  for (const sql of tableSections) {
    const { rows } = await client.query<{ table: string; line: string }>(sql);
    for (const { table, line } of rows) blocks.set(table, [...(blocks.get(table) ?? []), line]);
  }
  return [...blocks].map(([table, lines]) => [`-- ${table}`, ...lines].join("\n"));
}
