/**
 * One value per process. Next bundles instrumentation, proxy, pages and routes apart, so a module can be loaded several
 * times in one process and a plain module variable would exist as often.
 */
export function processWide<T>(name: string, make: () => T): T {
  const values = registry();
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as T;
}

/** Puts another value in its place: for a value that ends and is made again (a closed connection). */
export function forgetProcessWide(name: string): void {
  registry().delete(name);
}

const key = Symbol.for("gestion.processWide");

function registry(): Map<string, unknown> {
  const holder = globalThis as typeof globalThis & { [key]?: Map<string, unknown> };
  holder[key] ??= new Map();
  return holder[key];
}
