import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { RouteHandler } from "@/web/api/endpoint";
import type { PlacedEndpoint } from "@/web/api/openapi";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** A handler as it lies on disk: which file and which method. */
export type RouteOnDisk = { file: string; path: string; method: (typeof methods)[number]; handler: RouteHandler };

/** Every handler of every route.ts under `folder` (src/app/api/v1), sorted by path. Throws for one not made by route(). */
export async function routesOnDisk(folder: string): Promise<RouteOnDisk[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /(^|\/)route\.ts$/.test(name)).sort();
  const found: RouteOnDisk[] = [];
  for (const name of files) {
    const path = `/${relative(".", join(name, "..")).replace(/\[(\w+)\]/g, "{$1}")}`;
    if (path === "/openapi.json") continue; // the document itself
    const module: Record<string, unknown> = await import(pathToFileURL(join(folder, name)).href);
    for (const method of methods) {
      const handler = module[method];
      if (handler === undefined) continue;
      if (!isRouteHandler(handler)) throw new Error(`${name}: ${method} is not made by route() or readRoute()`);
      found.push({ file: name, path, method, handler });
    }
  }
  return found;
}

/** The same as the OpenAPI document wants it. */
export function placed(routes: readonly RouteOnDisk[]): PlacedEndpoint[] {
  return routes.map(({ path, method, handler }) => ({ path, method: lower(method), endpoint: handler.endpoint }));
}

function isRouteHandler(value: unknown): value is RouteHandler {
  return typeof value === "function" && "endpoint" in value;
}

function lower(method: (typeof methods)[number]): PlacedEndpoint["method"] {
  return method.toLowerCase() as PlacedEndpoint["method"];
}
