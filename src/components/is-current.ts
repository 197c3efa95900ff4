/** Whether a link to `href` stands for the page at `path`: itself or something below it. */
export function isCurrent(href: string, path: string, exact = false): boolean {
  const target = href.split(/[?#]/)[0] ?? href;
  if (exact || target === "/") return path === target;
  return path === target || path.startsWith(`${target}/`);
}
