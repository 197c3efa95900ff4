import { readdir, readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Ctx } from "@/platform/transaction";

/** How a use case asks who may: a permission of the table, a person, anyone, or a job. */
export type Asks =
  | { by: "permission"; name: string }
  | { by: "caller" } // the permission is an argument
  | { by: "person" }
  | { by: "anyone" }
  | { by: "system" };

/** A verb or query of a feature: an exported function that takes a context first. */
export type UseCase = {
  feature: string;
  name: string;
  asks: Asks | null;
  run: (ctx: Ctx, input: unknown) => Promise<unknown>;
};

const features = new URL("../../src/features/", import.meta.url);
const notUseCases = /\.test\.ts$|^(rules|schema|store|jobs|permissions|authorize|audit)\.ts$/;

/** Every use case of the product, read from the sources and imported. */
export async function allUseCases(): Promise<UseCase[]> {
  const found: UseCase[] = [];
  for (const feature of (await readdir(features)).sort()) {
    const folder = new URL(`${feature}/`, features);
    const files = (await readdir(folder)).filter((file) => file.endsWith(".ts") && !notUseCases.test(file)).sort();
    for (const file of files) {
      const source = await readFile(new URL(file, folder), "utf8");
      const takesCtx = [...source.matchAll(/^export async function (\w+)\(\s*ctx: Ctx\b[\s\S]*?^}/gm)];
      if (takesCtx.length === 0) continue;
      const module: Record<string, unknown> = await import(pathToFileURL(new URL(file, folder).pathname).href);
      for (const [body, name = ""] of takesCtx) {
        const run = module[name];
        if (typeof run === "function")
          found.push({ feature, name, asks: asksOf(body), run: (ctx, input) => run(ctx, input) });
      }
    }
  }
  return found;
}

function asksOf(body: string): Asks | null {
  const permission = /\bauthorize\(ctx, "([\w.]+)"/.exec(body)?.[1];
  if (permission) return { by: "permission", name: permission };
  if (/\bauthorize\(ctx, permission\)/.test(body)) return { by: "caller" };
  if (/\bauthorizePerson\(ctx\b/.test(body)) return { by: "person" };
  if (/\bauthorizeSystem\(ctx\b/.test(body)) return { by: "system" };
  if (/\bauthorizeAnyone\(ctx\b/.test(body)) return { by: "anyone" };
  return null;
}
