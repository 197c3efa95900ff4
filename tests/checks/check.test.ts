import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project, run, tree } from "./tree";

/** bin/check in a folder where each tool is a script that answers with the exit code of `codes`, 0 if none. */
function check(args: string[], codes: Record<string, number> = {}) {
  const names = ["biome", "next", "tsc", "tsx", "knip", "vitest"];
  const fakes = names.map((name) => [
    `node_modules/.bin/${name}`,
    `#!/bin/sh\necho ${name} "$@"\nexit ${codes[name] ?? 0}\n`,
  ]);
  const root = tree(Object.fromEntries([...fakes, ["bin/checks/types", "#!/bin/sh\nexec tsc\n"]]), ["bin/check"]);
  run(root, "chmod", ["-R", "755", "node_modules/.bin", "bin/checks"]);
  const { code, output } = run(root, join(root, "bin/check"), args, { CHECK_OUT: "counts.json" });
  return {
    code,
    lines: output.trim().split("\n"),
    counts: JSON.parse(readFileSync(join(root, "counts.json"), "utf8")),
  };
}

describe("bin/check", () => {
  it("runs every check, one line each with its time", () => {
    const { code, lines, counts } = check([]);
    expect(
      lines.map((line) =>
        line
          .replace(/\d+\.\d s$/, "")
          .trim()
          .split(/\s+/),
      ),
    ).toEqual([
      ["format", "ok"],
      ["types", "ok"],
      ["imports", "ok"],
      ["vocabulary", "ok"],
      ["dead-code", "ok"],
      ["unit", "ok"],
      ["database", "ok"],
    ]);
    expect({ code, counts }).toEqual({ code: 0, counts: { numPassedTests: 7, numFailedTests: 0 } });
  });

  it("leaves the tests out with --fast", () => {
    expect(check(["--fast"]).counts).toEqual({ numPassedTests: 5, numFailedTests: 0 });
  });

  it("goes on after a failure, shows what the check printed, and fails", () => {
    const { code, lines, counts } = check(["format", "types"], { biome: 1 });
    expect(lines[0]).toMatch(/^format +FAILED/);
    expect(lines[1]).toBe("    biome check --error-on-warnings");
    expect(lines[2]).toMatch(/^types +ok/);
    expect({ code, counts }).toEqual({ code: 1, counts: { numPassedTests: 1, numFailedTests: 1 } });
  });

  it.each([
    ["format", "biome"],
    ["types", "next"],
    ["types", "tsc"],
    ["imports", "tsx"],
    ["vocabulary", "tsx"],
    ["dead-code", "knip"],
    ["unit", "vitest"],
    ["database", "vitest"],
  ])("fails in %s when %s fails", (name, tool) => {
    expect(check([name], { [tool]: 2 })).toMatchObject({ code: 1, counts: { numFailedTests: 1 } });
  });

  it("does not know a check that does not exist", () => {
    expect(check(["spelling"])).toMatchObject({ code: 1, counts: { numPassedTests: 0, numFailedTests: 1 } });
  });

  it("names the tools that this repository has", () => {
    const list = readFileSync(join(project, "bin/check"), "utf8");
    expect(list).toContain("bin/checks/imports.ts");
    expect(list).toContain("bin/checks/vocabulary.ts");
    expect(list).toContain("bin/checks/knip-looked.ts");
  });
});
