import { describe, expect, it } from "vitest";
import { pgbenchFile } from "./pgbench-file";
import type { Statement } from "./statements";
import { freshOf, scriptOf } from "./transaction-script";

const room = "0190a000-0000-7000-8000-00000000000a";
const key = "0190a000-0000-7000-8000-00000000000b";
const made = "0190a000-0000-7000-8000-00000000000c";

const statements: Statement[] = [
  {
    text: "begin; select set_config('app.organization_id', 'a:b', true)",
    values: [],
    rows: [],
  },
  { text: "select id from api_key where hash = $1", values: ["x"], rows: [{ id: key }] },
  { text: "insert into counter values ($1) returning last", values: [key], rows: [{ last: 41 }] },
  {
    text: "insert into event values ($1, $2, $3, to_char($4::timestamptz, 'HH24:MI'), $5, $6, $7)",
    values: [made, 41, room, new Date(0), null, ["it's", 'a "b"'], { about: made }],
    rows: [{ id: made }],
  },
  { text: "update event set number = $1 where id = $2", values: [42, made], rows: [] },
  { text: "commit", values: [], rows: [] },
];

describe("a request made repeatable", () => {
  const script = scriptOf(statements, `of room ${room}`);

  it("makes anew the ids that the request itself made, wherever they stand, and no others", () => {
    expect(script[2]?.slots).toEqual([{ kind: "made", pieces: [key] }]); // it was read before
    expect(script[3]?.slots[2]).toEqual({ kind: "made", pieces: [room] }); // it was given
    expect(script[3]?.slots[0]).toEqual({ kind: "made", pieces: [{ fresh: made }] });
    expect(script[3]?.slots[6]).toEqual({ kind: "made", pieces: ['{"about":"', { fresh: made }, '"}'] });
    expect(script[4]?.slots[1]).toEqual({ kind: "made", pieces: [{ fresh: made }] });
    expect(freshOf(script)).toEqual([made]);
  });

  it("takes a number from the write that gave it", () => {
    expect(script[3]?.slots[1]).toEqual({ kind: "chained", from: 2, column: "last" });
    expect(script[4]?.slots[0]).toEqual({ kind: "made", pieces: ["42"] });
  });

  it("reads as pgbench wants it: no colon in a literal, pipelines for several at once", () => {
    expect(pgbenchFile(script).split("\n")).toEqual([
      `select fresh0 as made0, E'{"about"\\072"' || fresh0 || '"}' as made1 from (select gen_random_uuid()::text as fresh0) as new \\gset`,
      "\\startpipeline",
      "begin;",
      "select set_config('app.organization_id', E'a\\072b', true);",
      "\\endpipeline",
      "select id from api_key where hash = 'x';",
      `insert into counter values ('${key}') returning last \\gset r2_`,
      `insert into event values (:made0, :r2_last, '${room}', to_char(E'1970-01-01T00\\07200\\07200.000Z'::timestamptz, E'HH24\\072MI'), null, E'{"it''s","a \\\\"b\\\\""}', :made1);`,
      "update event set number = '42' where id = :made0;",
      "commit;",
      "",
    ]);
  });
});
