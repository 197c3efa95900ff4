// @ts-check

/**
 * Bundles what production runs beside the web server, each into one file that needs no node_modules but the built
 * application's own: the worker, and the migrations.
 */
export async function bundlePrograms() {
  const { build } = await import("esbuild");
  await build({
    entryPoints: { worker: "src/worker/main.ts", migrate: "bin/db-migrate.ts" },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    jsx: "automatic",
    logLevel: "warning",
    // sharp brings a program for each kind of machine and stays a package; the other two are never asked for.
    external: ["sharp", "pg-native", "typescript"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
}
