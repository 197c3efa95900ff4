import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project, run, tree } from "./tree";

describe("format", () => {
  const settings = ["biome.json", ".gitignore"];
  const check = (files: Record<string, string>) =>
    run(tree(files, settings), "biome", ["check", "--error-on-warnings"]);

  it("passes for what biome would have written", () => {
    expect(check({ "src/kernel/money.ts": "export const zero = 0n;\n" }).code).toBe(0);
  });

  it.each([
    ["another layout", "export const zero   = 0n\n"],
    ["any", "export const zero = (value: any) => value;\n"],
    ["a non-null assertion", "export const zero = (value?: bigint) => value!;\n"],
    ["an import that nobody uses", 'import { a } from "./a";\n\nexport const zero = 0n;\n'],
    ["console in product code", 'console.log("zero");\n'],
    ["a warning", "export const zero = (value: string) => value.length == 0;\n"],
  ])("fails for %s", (_, text) => {
    expect(check({ "src/kernel/money.ts": text }).code).not.toBe(0);
  });

  it("lets the scripts print", () => {
    expect(check({ "bin/start.ts": 'console.log("zero");\n' }).code).toBe(0);
  });

  it("fails when there is no file to look at", () => {
    const root = tree({}, settings);
    expect(run(root, "biome", ["check", "--error-on-warnings", "src"]).code).not.toBe(0);
  });
});

describe("types", () => {
  const config = JSON.stringify({
    extends: join(project, "tsconfig.json"),
    compilerOptions: { types: [], incremental: false, plugins: [], lib: ["ES2023"] },
    include: ["src/**/*", "bin/**/*"],
  });
  const check = (files: Record<string, string>) =>
    run(tree({ "tsconfig.json": config, ...files }), join(project, "bin/checks/types"));

  it("pass for what compiles", () => {
    expect(check({ "src/kernel/money.ts": "export const zero = 0n;" })).toMatchObject({
      code: 0,
      output: "1 files of src/ were compiled\n",
    });
  });

  it("fail for a wrong type, an unchecked index and an implicit any, and say where", () => {
    const { code, output } = check({
      "src/kernel/a.ts": "export const zero: string = 0n;",
      "src/kernel/b.ts": "export const first = (all: string[]): string => all[0];",
      "src/kernel/c.ts": "export const same = (it) => it;",
    });
    expect(code).toBe(1);
    for (const file of ["a", "b", "c"]) expect(output).toContain(`src/kernel/${file}.ts(1,`);
  });

  it("fail when no file of src/ was compiled", () => {
    expect(check({ "bin/start.ts": "export {};" })).toMatchObject({
      code: 1,
      output: "0 files of src/ were compiled\n",
    });
  });
});

describe("dead code", () => {
  const about = {
    "package.json": JSON.stringify({
      name: "fixture",
      type: "module",
      dependencies: { zod: "*", typescript: "*", knip: "*" },
    }),
    "knip.json": JSON.stringify({ entry: ["bin/*.ts"], project: ["{src,bin}/**/*.ts"], ignore: ["bin/checks/**"] }),
  };
  const check = (files: Record<string, string>) => {
    const root = tree({ ...about, ...files }, ["bin/checks/knip-looked.ts", "bin/checks/source-tree.ts"]);
    mkdirSync(join(root, "node_modules"));
    for (const name of ["knip", "typescript", "zod"]) {
      symlinkSync(join(project, "node_modules", name), join(root, "node_modules", name));
    }
    return run(root, "knip", ["--no-config-hints", "--preprocessor", "./bin/checks/knip-looked.ts"]);
  };
  const clean = {
    "bin/start.ts": 'import "zod";\nimport { zero } from "../src/money.ts";\nzero();\n',
    "src/money.ts": "export const zero = () => 0n;\n",
  };

  it("passes when everything is used", () => {
    expect(check(clean)).toMatchObject({ code: 0 });
  });

  it.each([
    ["a file that nobody imports", { "src/gone.ts": "export const gone = 1;\n" }, "Unused files"],
    ["an export that nobody uses", { "src/money.ts": `${clean["src/money.ts"]}export const one = 1n;\n` }, "one"],
    ["a dependency that nobody uses", { "bin/start.ts": 'import { zero } from "../src/money.ts";\nzero();\n' }, "zod"],
    ["a package that is not in package.json", { "src/money.ts": `import "uuid";\n${clean["src/money.ts"]}` }, "uuid"],
  ])("fails for %s", (_, files, message) => {
    const { code, output } = check({ ...clean, ...files });
    expect(code).not.toBe(0);
    expect(output).toContain(message);
  });

  it("fails when there is no file to look at, or when it passed some by", () => {
    const nothing = { "knip.json": JSON.stringify({ entry: ["none/*.ts"], project: ["none/**/*.ts"] }) };
    for (const files of [nothing, { ...clean, ...nothing }]) {
      const { code, output } = check(files);
      expect(code).not.toBe(0);
      expect(output).toContain("knip looked at");
    }
  });
});
