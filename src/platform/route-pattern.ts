import { readFile } from "node:fs/promises";
import { z } from "zod";

/** Names the route of a path by its pattern (`/events/[id]`), so that metrics stay few however many ids there are. */
export type RoutePattern = (path: string) => string;

const manifestSchema = z.object({
  staticRoutes: z.array(z.object({ page: z.string() })),
  dynamicRoutes: z.array(z.object({ page: z.string(), regex: z.string() })),
});

/** Reads the routes that the build knows. Without a build (development) everything is one route, `unknown`. */
export async function readRoutePatterns(manifest = ".next/routes-manifest.json"): Promise<RoutePattern> {
  try {
    return routePatterns(
      manifestSchema.parse(JSON.parse(await readFile(/* turbopackIgnore: true */ manifest, "utf8"))),
    );
  } catch {
    return () => "unknown";
  }
}

/** The pattern of each path; `static` for files, `unmatched` for what the product does not have. */
export function routePatterns(manifest: z.output<typeof manifestSchema>): RoutePattern {
  const fixed = new Set(manifest.staticRoutes.map((route) => route.page));
  const dynamic = manifest.dynamicRoutes.map(({ page, regex }) => ({ page, matches: new RegExp(regex) }));
  return (path) => {
    const plain = path.length > 1 ? path.replace(/\/+$/, "") : path;
    if (plain.startsWith("/_next/")) return "static";
    if (fixed.has(plain)) return plain;
    return dynamic.find((route) => route.matches.test(plain))?.page ?? "unmatched";
  };
}
