/** Where menus and tips are drawn: inside the page's main part, so that they belong to a landmark. */
export function overlayRoot(): HTMLElement | undefined {
  return typeof document === "undefined" ? undefined : (document.getElementById("content") ?? undefined);
}
