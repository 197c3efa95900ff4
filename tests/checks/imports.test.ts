import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cruise, importProblems } from "../../bin/checks/imports";
import { project, tree } from "./tree";

const settings = [".dependency-cruiser.cjs"];

const about = {
  "package.json": JSON.stringify({
    name: "fixture",
    type: "module",
    dependencies: { shipped: "1" },
    devDependencies: { tool: "1" },
  }),
  "tsconfig.json": JSON.stringify({
    compilerOptions: { module: "esnext", moduleResolution: "bundler", jsx: "react-jsx", paths: { "@/*": ["./src/*"] } },
  }),
  "node_modules/shipped/package.json": JSON.stringify({ name: "shipped", main: "main.js" }),
  "node_modules/shipped/main.js": "exports.it = 1;",
  "node_modules/tool/package.json": JSON.stringify({ name: "tool", main: "main.js" }),
  "node_modules/tool/main.js": "exports.it = 1;",
};

/** Files by what they import. Every one exports `it`. */
function importing(imports: Record<string, string[]>): Record<string, string> {
  const text = (targets: string[]) => targets.map((target, at) => `import { it as it${at} } from "${target}";`);
  const uses = (targets: string[]) => `export const it = [${targets.map((_, at) => `it${at}`).join(", ")}];`;
  return Object.fromEntries(
    Object.entries(imports).map(([file, targets]) => [file, [...text(targets), uses(targets), ""].join("\n")]),
  );
}

const allowed = importing({
  "src/kernel/result.ts": [],
  "src/kernel/money.ts": ["@/kernel/result"],
  "src/platform/db.ts": ["@/kernel/money", "shipped"],
  "src/components/button.tsx": ["@/kernel/result"],
  "src/features/identity/permissions.ts": ["@/kernel/result"],
  "src/features/identity/authorize.ts": ["@/features/identity/permissions", "@/platform/db"],
  "src/features/audit/queries.ts": ["@/platform/db"],
  "src/features/quotes/schema.ts": ["@/kernel/money"],
  "src/features/quotes/rules.ts": ["@/kernel/money", "./schema", "@/features/identity/permissions"],
  "src/features/quotes/store.ts": ["@/platform/db"],
  "src/features/quotes/send-quote.ts": ["@/platform/db", "@/features/identity/authorize", "./store", "./rules"],
  "src/features/quotes/ui/quote-card.tsx": ["@/components/button", "../rules", "../schema", "@/kernel/money"],
  "src/features/contracts/queries.ts": ["@/features/quotes/rules"],
  "src/features/contracts/sign-contract.ts": ["@/features/quotes/send-quote"],
  "src/features/contracts/sign-contract.db.test.ts": ["./sign-contract", "@/features/quotes/store", "tool"],
  "src/web/action.ts": [
    "@/kernel/result",
    "@/platform/db",
    "@/features/identity/authorize",
    "@/features/audit/queries",
  ],
  "src/app/page.tsx": ["@/web/action", "@/features/quotes/send-quote", "@/features/quotes/ui/quote-card"],
  "src/app/contracts/page.tsx": ["@/features/contracts/sign-contract", "@/features/contracts/queries"],
  "src/worker/main.ts": ["@/features/quotes/send-quote", "@/platform/db"],
  "src/demo/load.ts": ["@/features/quotes/send-quote", "@/platform/db"],
  "src/proxy.ts": ["@/web/action", "@/platform/db"],
  "src/instrumentation.ts": ["@/platform/db"],
});

/** The rule, the file that breaks it, and what it imports. */
const forbidden: [rule: string, file: string, target: string][] = [
  ["kernel-imports-nothing", "src/kernel/bad.ts", "@/platform/db"],
  ["platform-on-kernel", "src/platform/bad.ts", "@/features/quotes/rules"],
  ["rules-and-schema-are-pure", "src/features/bad-a/rules.ts", "@/platform/db"],
  ["rules-and-schema-are-pure", "src/features/bad-b/schema.ts", "@/features/quotes/rules"],
  ["ui-shows-only", "src/features/bad-a/ui/asks-another.tsx", "@/features/quotes/rules"],
  ["ui-shows-only", "src/features/quotes/ui/calls-a-verb.tsx", "../send-quote"],
  ["features-stand-on-core", "src/features/bad-a/queries.ts", "@/web/action"],
  ["features-stand-on-core", "src/features/bad-b/queries.ts", "@/components/button"],
  ["verbs-do-not-draw", "src/features/quotes/pdf.tsx", "./ui/quote-card"],
  ["other-features-by-their-front-door", "src/features/bad-a/send-bad.ts", "@/features/quotes/store"],
  ["other-features-by-their-front-door", "src/features/bad-b/send-bad.ts", "@/features/quotes/schema"],
  ["store-is-private", "src/app/bad-store/page.tsx", "@/features/quotes/store"],
  ["components-know-no-business", "src/components/bad.tsx", "@/features/quotes/rules"],
  ["components-know-no-business", "src/components/bad-too.tsx", "@/web/action"],
  ["web-is-the-only-bridge", "src/web/bad.ts", "@/features/quotes/send-quote"],
  ["app-never-platform", "src/app/bad/page.tsx", "@/platform/db"],
  ["next-entries-on-web", "src/instrumentation-client.ts", "@/features/quotes/rules"],
  ["only-the-start-knows-the-worker", "src/web/bad-worker.ts", "@/worker/main"],
  ["worker-calls-verbs", "src/worker/bad.ts", "@/web/action"],
  ["demo-uses-the-verbs", "src/demo/bad.ts", "@/web/action"],
  ["nothing-on-the-demo", "src/worker/bad-demo.ts", "@/demo/load"],
  ["known-house", "src/lib/bad.ts", "@/kernel/money"],
  ["no-tests-in-product", "src/platform/bad-test.ts", "@/features/contracts/sign-contract.db.test"],
  ["browser-safe", "src/components/bad-core.tsx", "node:fs"],
  ["no-dev-dependency-in-product", "src/platform/bad-tool.ts", "tool"],
  ["resolvable", "src/platform/bad-gone.ts", "./gone"],
  ["no-circular", "src/kernel/bad-ring.ts", "@/kernel/ring"],
  ["no-orphans", "src/kernel/bad-orphan.ts", ""],
];

const closingTheRing = importing({ "src/kernel/ring.ts": ["@/kernel/bad-ring"] });

describe("who may import whom", () => {
  it("lets every import through that the architecture allows", () => {
    const root = tree({ ...about, ...allowed }, settings);
    expect(importProblems(root, cruise(root))).toEqual([]);
  });

  it("finds every import that it forbids, and has no rule that was never seen to fail", () => {
    const bad = forbidden.map(([, file, target]) => [file, target ? [target] : []]);
    const root = tree({ ...about, ...allowed, ...closingTheRing, ...importing(Object.fromEntries(bad)) }, settings);
    const { violations } = cruise(root);

    const found = violations.map(({ rule, from }) => `${rule}: ${from}`);
    expect(found).toEqual(expect.arrayContaining(forbidden.map(([rule, file]) => `${rule}: ${file}`)));
    expect(new Set(violations.map(({ from }) => from))).toEqual(new Set(forbidden.map(([, file]) => file)));
    const { forbidden: rules } = createRequire(import.meta.url)(join(project, settings[0] ?? ""));
    expect(new Set(forbidden.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }: { name: string }) => name)));
  });

  it("counts a type as an import", () => {
    const root = tree(
      {
        ...about,
        ...allowed,
        "src/kernel/bad.ts": 'import type { it } from "@/platform/db";\nexport type A = typeof it;\n',
      },
      settings,
    );
    expect(cruise(root).violations).toMatchObject([{ rule: "kernel-imports-nothing", from: "src/kernel/bad.ts" }]);
  });
});

describe("an import check that did not look", () => {
  it("fails when there is no module to see", () => {
    const root = tree({ ...about, "src/app/notes.md": "", "bin/start.ts": "" }, settings);
    expect(importProblems(root, cruise(root))).toEqual(["dependency-cruiser saw no module of src/ at all"]);
  });

  it("fails when it sees nothing though there are files, as with a compiler that it does not know", () => {
    const root = tree({ "src/kernel/money.ts": "" });
    expect(importProblems(root, { modules: [], violations: [] })).toEqual([
      "dependency-cruiser saw no module of src/ at all",
      "src/kernel/money.ts: dependency-cruiser did not look at it",
    ]);
  });

  it("fails when a file was not seen, though the rules hold for the others", () => {
    const root = tree({ ...about, ...allowed }, settings);
    const seen = cruise(root);
    const modules = seen.modules.filter((module) => module !== "src/platform/db.ts");
    expect(importProblems(root, { modules, violations: [] })).toEqual([
      "src/platform/db.ts: dependency-cruiser did not look at it",
    ]);
  });

  it("throws when the rules themselves cannot be read", () => {
    const root = tree({ ...about, ...allowed, ".dependency-cruiser.cjs": "module.exports = {" });
    expect(() => cruise(root)).toThrow("dependency-cruiser did not run");
  });
});
