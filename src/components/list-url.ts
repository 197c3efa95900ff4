/** Where a list lives: its path and what its address says now (a page's `searchParams`). */
export type ListUrl = { path: string; params: Readonly<Record<string, string | readonly string[] | undefined>> };

export type SortDirection = "ascending" | "descending";

const POSITION = ["cursor", "before"];

/**
 * The address of the same list with some answers changed; `undefined` or an empty text takes one away. A changed
 * question starts at the first page, so the cursor goes unless it is what changes.
 */
export function listHref(url: ListUrl, changes: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  const dropped = new Set([...Object.keys(changes), ...POSITION]);
  for (const [name, value] of Object.entries(url.params)) {
    if (dropped.has(name) || value === undefined) continue;
    for (const one of typeof value === "string" ? [value] : value) search.append(name, one);
  }
  for (const [name, value] of Object.entries(changes)) if (value) search.append(name, value);
  const query = search.toString();
  return query ? `${url.path}?${query}` : url.path;
}

/** The address that sorts by `key`: first ascending, then descending, then as the list comes. */
export function sortHref(url: ListUrl, key: string): string {
  const now = sortDirection(url, key);
  const next = now === undefined ? key : now === "ascending" ? `-${key}` : undefined;
  return listHref(url, { sort: next });
}

/** How the list is sorted by `key` now; `?sort=name` is ascending, `?sort=-name` descending. */
export function sortDirection(url: ListUrl, key: string): SortDirection | undefined {
  const sort = param(url, "sort");
  if (sort === key) return "ascending";
  return sort === `-${key}` ? "descending" : undefined;
}

/** One answer of the address, the first when it is there several times. */
export function param(url: ListUrl, name: string): string | undefined {
  const value = url.params[name];
  return typeof value === "string" || value === undefined ? value : value[0];
}
