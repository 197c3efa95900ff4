// Who may import whom. The table in words is in ARCHITECTURE.md; `bin/checks/imports.ts` runs it and fails when it did
// not see every file of src/. Types count as imports too: a type that crosses a wall ties both sides as a call does.

const tests = "\\.test\\.tsx?$";
const ours = "^src/";

/** A rule for the files in `from`: of our own files they may import nothing but `may`. */
function only(name, comment, from, may) {
  return {
    name,
    comment,
    severity: "error",
    from: { path: from, pathNot: tests },
    to: { path: ours, pathNot: may },
  };
}

/** A rule for the files in `from`: they may not import `not`. */
function never(name, comment, from, not) {
  return { name, comment, severity: "error", from: { pathNot: tests, ...from }, to: not };
}

const kernel = "^src/kernel/";
const feature = "^src/features/([^/]+)/";
const pureNames = "(rules|schema|permissions)\\.ts$";
const ownPure = `^src/features/$1/${pureNames}`;
// Who may do what is one file for the whole product, and pure: every side may read it.
const permissions = "^src/features/identity/permissions\\.ts$";

module.exports = {
  forbidden: [
    only("kernel-imports-nothing", "kernel is pure and imports nothing of ours.", kernel, [kernel]),
    only("platform-on-kernel", "platform knows the kernel and no business.", "^src/platform/", [
      kernel,
      "^src/platform/",
    ]),
    only(
      "rules-and-schema-are-pure",
      "rules.ts and schema.ts decide without a database and run in the browser: kernel and each other, nothing else.",
      `${feature}${pureNames}`,
      [kernel, ownPure, permissions],
    ),
    only(
      "ui-shows-only",
      "A feature's ui gets its data and its server action as props: components, kernel, its own rules and schema.",
      `${feature}ui/`,
      [kernel, "^src/components/", ownPure, "^src/features/$1/ui/", permissions],
    ),
    only(
      "features-stand-on-core",
      "Verbs and queries know kernel, platform and features; the transports (app, web, worker) call them, never back.",
      `${feature}(?!ui/)`,
      [kernel, "^src/platform/", "^src/features/"],
    ),
    never(
      "verbs-do-not-draw",
      "What a browser draws is for src/app to put together, not for a verb.",
      { path: `${feature}(?!ui/)` },
      { path: "^src/features/[^/]+/ui/" },
    ),
    never(
      "other-features-by-their-front-door",
      "Of another feature: its verbs, queries and rules. Its schema, jobs, mails and papers are its own.",
      { path: feature },
      {
        path: "^src/features/[^/]+/(schema|store|jobs|emails|pdf)\\.tsx?$",
        pathNot: "^src/features/$1/",
      },
    ),
    never(
      "store-is-private",
      "store.ts is the SQL that the verbs of one feature share; nobody else calls it.",
      { path: ours, pathNot: [tests, "^src/features/"] },
      { path: "^src/features/[^/]+/store\\.ts$" },
    ),
    only("components-know-no-business", "components could ship in another product.", "^src/components/", [
      kernel,
      "^src/components/",
    ]),
    only(
      "web-is-the-only-bridge",
      "web joins Next and the core: kernel, platform, and the features that say who is asking and keep the trail.",
      "^src/web/",
      [kernel, "^src/platform/", "^src/web/", "^src/features/(identity|api-keys|audit|organizations)/(?!ui/)"],
    ),
    only(
      "app-never-platform",
      "Pages, actions and routes reach the core through web and features; no SQL, queue or mail in src/app.",
      "^src/app/",
      [kernel, "^src/app/", "^src/web/", "^src/components/", "^src/features/"],
    ),
    only(
      "next-entries-on-web",
      "instrumentation.ts and proxy.ts start and guard the server; they know web and platform, and no business.",
      "^src/(instrumentation|proxy)[^/]*$",
      [kernel, "^src/platform/", "^src/web/", "^src/worker/", "^src/(instrumentation|proxy)[^/]*$"],
    ),
    never(
      "only-the-start-knows-the-worker",
      "instrumentation starts the worker inside the web server (RUN_WORKER=inline); nobody else reaches for it.",
      { path: ours, pathNot: [tests, "^src/worker/", "^src/instrumentation[^/]*$"] },
      { path: "^src/worker/" },
    ),
    only("worker-calls-verbs", "The worker calls verbs with a ctx of its own; it knows no web.", "^src/worker/", [
      kernel,
      "^src/platform/",
      "^src/worker/",
      "^src/features/(?!.*/ui/)",
    ]),
    only("demo-uses-the-verbs", "The demo is made by calling the product's own verbs.", "^src/demo/", [
      kernel,
      "^src/platform/",
      "^src/demo/",
      "^src/features/(?!.*/ui/)",
    ]),
    never(
      "nothing-on-the-demo",
      "The product works without its demo; bin/ loads it.",
      { path: ours, pathNot: [tests, "^src/demo/"] },
      { path: "^src/demo/" },
    ),
    never(
      "known-house",
      "A file outside the known folders has no import rules; give it a place first (ARCHITECTURE.md).",
      {
        path: ours,
        pathNot: [
          tests,
          "^src/(kernel|platform|features|components|web|app|worker|demo)/",
          "^src/(instrumentation|proxy)[^/]*$",
        ],
      },
      {},
    ),
    never(
      "no-tests-in-product",
      "Product code never imports a test or its factories.",
      { path: ours },
      {
        path: ["^tests/", tests],
      },
    ),
    never(
      "browser-safe",
      "rules, schema, ui and components reach the browser, where Node's modules do not exist.",
      { path: [`${feature}${pureNames}`, `${feature}ui/`, "^src/components/"] },
      { dependencyTypes: ["core"] },
    ),
    never(
      "no-dev-dependency-in-product",
      "The production image is installed without devDependencies.",
      { path: ours },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: ["node_modules/@types/"] },
    ),
    { name: "no-circular", severity: "error", from: { path: ours }, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "no-orphans",
      comment: "A file that nobody imports and that imports nobody was left behind.",
      severity: "error",
      from: {
        orphan: true,
        path: ours,
        pathNot: [tests, "\\.d\\.ts$", "^src/app/", "^src/worker/main\\.ts$", "^src/(instrumentation|proxy)[^/]*$"],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    moduleSystems: ["es6", "cjs"],
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
