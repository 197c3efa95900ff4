const tag = /<(script|link)\b([^>]*)>/gi;
const attribute = /([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;

/**
 * The addresses of the scripts of ours that a browser of today fetches for a page by its HTML alone: script tags, and
 * links that preload modules or scripts. Each once, in the order of the page; not those for browsers without modules.
 */
export function scriptsOfPage(html: string): string[] {
  const addresses = [...html.matchAll(tag)].flatMap(([, name = "", text = ""]) => {
    const attributes = attributesOf(text);
    if (name.toLowerCase() === "script") return attributes.has("nomodule") ? [] : [attributes.get("src") ?? ""];
    const rel = attributes.get("rel");
    const isScript = rel === "modulepreload" || (rel === "preload" && attributes.get("as") === "script");
    return isScript ? [attributes.get("href") ?? ""] : [];
  });
  return [...new Set(addresses.filter((address) => address.startsWith("/_next/static/")))];
}

function attributesOf(text: string): Map<string, string> {
  const found = text.matchAll(attribute);
  return new Map(
    [...found].map(([, name = "", double, single, bare]) => [
      name.toLowerCase(),
      (double ?? single ?? bare ?? "").replaceAll("&amp;", "&"),
    ]),
  );
}
