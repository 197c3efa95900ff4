import { Client } from "pg";
import { expect, it } from "vitest";
import { testDatabase } from "#tests/database/test-database";

it.skipIf(process.env.TEST_DATABASE_URL)(
  "orders names as a Spanish dictionary does, and finds them in any case",
  async () => {
    const client = new Client({ connectionString: (await testDatabase()).url });
    await client.connect();
    const names = ["Zoe", "Álvaro", "ana", "Ñandú", "nube", "oso"];
    const { rows } = await client
      .query(
        "select array_agg(name order by name) as sorted, lower('ÑANDÚ') = 'ñandú' as same from unnest($1::text[]) name",
        [names],
      )
      .finally(() => client.end());
    expect(rows[0]).toEqual({ sorted: ["Álvaro", "ana", "nube", "Ñandú", "oso", "Zoe"], same: true });
  },
);
