import pg from "pg";
import { inject } from "vitest";

/** Asks the database of the running application, as its owner. For what no screen shows or can bring about. */
export async function ask(query: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: inject("app").databaseUrl });
  await client.connect();
  try {
    return (await client.query(query, values)).rows;
  } finally {
    await client.end();
  }
}

/** As if the person had shown their password an hour ago. */
export async function forgetThatIdentityWasShown(email: string): Promise<void> {
  await ask(
    `update session set authenticated_at = authenticated_at - interval '1 hour'
      where user_id = (select id from app_user where email = $1)`,
    [email],
  );
}
