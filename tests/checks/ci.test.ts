import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project, run, tree } from "./tree";

const report = (passed: number, failed = 0, more = {}) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, ...more });

/** What bin/ci-summary.mjs says of two parts, `a` (10 passed) and `b`, given how `b` ended. */
function summary(files: Record<string, string>, line = "b\t0\t4\n") {
  const root = tree({ "parts.tsv": `a\t0\t3\n${line}`, "a.json": report(10), ...files });
  return run(root, "node", [join(project, "bin/ci-summary.mjs"), ".", "a", "b"]);
}

describe("the summary of a run", () => {
  it("adds up the parts", () => {
    expect(summary({ "b.json": report(5) })).toMatchObject({ code: 0, last: "15 passed, 0 failed" });
  });

  it("fails when a test failed", () => {
    expect(summary({ "b.json": report(4, 2) }, "b\t1\t4\n")).toMatchObject({ code: 1, last: "14 passed, 2 failed" });
  });

  it("fails when a part ran no test", () => {
    const answer = summary({ "b.json": report(0) });
    expect(answer).toMatchObject({ code: 1, last: "10 passed, 1 failed" });
    expect(answer.output).toContain("ran no test");
  });

  it("fails when a part skipped all of its tests", () => {
    const answer = summary({ "b.json": report(0, 0, { numPendingTests: 7 }) });
    expect(answer).toMatchObject({ code: 1, last: "10 passed, 1 failed" });
    expect(answer.output).toContain("7 skipped (ran no test)");
  });

  it.each([
    ["crashed before it wrote its report", {}, "b\t139\t4\n"],
    ["wrote half a report", { "b.json": '{"numPassedTests": 5,' }, "b\t1\t4\n"],
    ["wrote a report without counts", { "b.json": "{}" }, "b\t0\t4\n"],
    ["never ran", {}, ""],
    ["never ran, though an old report lies there", { "b.json": report(5) }, ""],
  ])("counts one failure when a part %s", (_, files, line) => {
    const { code, last } = summary(files, line);
    expect({ code, failed: last?.split(", ")[1] }).toEqual({ code: 1, failed: "1 failed" });
  });

  it("fails when every test passed and the runner did not", () => {
    expect(summary({ "b.json": report(5) }, "b\t1\t4\n")).toMatchObject({ code: 1, last: "15 passed, 1 failed" });
  });

  it("counts a test file that could not be loaded", () => {
    const broken = { testResults: [{ status: "failed", assertionResults: [] }] };
    expect(summary({ "b.json": report(5, 0, broken) }, "b\t1\t4\n").last).toBe("15 passed, 1 failed");
  });

  it("fails when there is no part at all", () => {
    const { code, output } = run(tree({}), "node", [join(project, "bin/ci-summary.mjs"), "."]);
    expect({ code, output }).toEqual({ code: 1, output: "0 passed, 1 failed\n" });
  });
});

// npm and npx stand in for the parts: each writes the report that it was asked for; `npm start` serves, and says its pid.
const part = `#!/usr/bin/env bash
echo "$@" >>calls.txt
report=$(sed -n 's/.*--outputFile.json=\\([^ ]*\\).*/\\1/p' <<<"$*")
case "$*" in
  ci*) exit \${NPM_CI:-0} ;;
  start)
    echo $$ >started.pid
    exec node -e 'require("http").createServer((_, res) => res.end("ok")).listen(process.env.PORT)' ;;
  *test:smoke*)
    node -e 'fetch(process.argv[1]).then((r) => process.exit(r.ok ? 0 : 1))' "$BASE_URL" || exit 9 ;;
  "test "*) [ -n "$REDIS_URL" ] || exit 9; [ -z "\${CRASH:-}" ] || kill -SEGV $$ ;;
esac
[ -z "$report" ] || echo '{"numPassedTests":3,"numFailedTests":0}' >"$report"
`;
const redis = `#!/usr/bin/env bash
echo $$ >redis.pid
exec node -e 'require("net").createServer().listen(process.argv[1], "127.0.0.1")' "$2"
`;
const check = `#!/bin/sh
echo '{"numPassedTests":5,"numFailedTests":0}' >"$CHECK_OUT"
`;

function ci(env: Record<string, string> = {}) {
  const fakes = { npm: part, npx: part, "redis-server": redis, chromium: "#!/bin/sh\n", pgbench: "#!/bin/sh\n" };
  const files = Object.entries(fakes).map(([name, text]) => [`fakes/${name}`, text]);
  const root = tree({ ...Object.fromEntries(files), "bin/check": check }, [".ci/run", "bin/ci-summary.mjs"]);
  run(root, "chmod", ["-R", "755", "fakes", "bin/check"]);
  const answer = run(root, join(root, ".ci/run"), [], { ...env, PATH: join(root, "fakes") });
  const text = (file: string) => readFileSync(join(root, file), "utf8").trim();
  return { ...answer, text };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe(".ci/run", () => {
  it("runs every part, adds them up on its last line, and leaves nothing running", () => {
    const { code, last, output, text } = ci();
    expect({ code, last }, output).toEqual({ code: 0, last: "17 passed, 0 failed" });
    expect(
      text("calls.txt")
        .split("\n")
        .map((call) => call.replace(/ --reporter.*/, "")),
    ).toEqual([
      "ci --no-audit --no-fund",
      "test --",
      "run test:e2e --",
      "vitest run --config tests/ops/vitest.config.ts",
      "start",
      "run test:smoke --",
    ]);
    for (const file of ["started.pid", "redis.pid"]) expect(isRunning(Number(text(file)))).toBe(false);
  });

  it("goes on when a part crashes, and counts it as a failure", () => {
    expect(ci({ CRASH: "1" })).toMatchObject({ code: 1, last: "14 passed, 1 failed" });
  });
});
