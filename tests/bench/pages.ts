import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { scriptsOfPage } from "./scripts-of-page";

/** A page that a person can open, and whether they have to be signed in. */
export type PageOnDisk = { path: string; signedIn: boolean };

/** `bytes` of JavaScript that the HTML asks for, gzip; `status` other than 200: the page was not there for this person. */
export type PageSize = PageOnDisk & { status: number; files: number; bytes: number };

/** Every page of src/app but those for development; of those with a parameter, the ones that `examples` has. */
export function pagesOnDisk(examples: Record<string, string>): PageOnDisk[] {
  const files = readdirSync("src/app", { recursive: true, encoding: "utf8" });
  const pages = files.flatMap((file): PageOnDisk[] => {
    const folder = /^(?:(.*)\/)?page\.tsx$/.exec(file)?.[1];
    if (!/(^|\/)page\.tsx$/.test(file) || folder?.startsWith("dev/")) return [];
    const pattern = `/${(folder ?? "")
      .split("/")
      .filter((part) => part !== "" && !part.startsWith("("))
      .join("/")}`;
    const path = pattern.includes("[") ? examples[pattern] : pattern;
    return path === undefined ? [] : [{ path, signedIn: folder?.startsWith("(app)") ?? false }];
  });
  return pages.sort((a, b) => Number(a.signedIn) - Number(b.signedIn) || (a.path < b.path ? -1 : 1));
}

/** Fetches each page and what it loads at first. */
export async function measureSizes(address: string, pages: readonly PageOnDisk[], cookie: string): Promise<PageSize[]> {
  const sizes = new Map<string, number>();
  const sizeOf = async (script: string) => {
    const known = sizes.get(script);
    if (known !== undefined) return known;
    const answer = await fetch(new URL(script, address));
    if (!answer.ok) throw new Error(`${script} answered ${answer.status}`);
    const size = gzipSync(Buffer.from(await answer.arrayBuffer())).length;
    sizes.set(script, size);
    return size;
  };
  const measured: PageSize[] = [];
  for (const page of pages) {
    const headers: Record<string, string> = page.signedIn ? { cookie } : {};
    const answer = await fetch(new URL(page.path, address), { headers, redirect: "manual" });
    const scripts = answer.status === 200 ? scriptsOfPage(await answer.text()) : [];
    let bytes = 0;
    for (const script of scripts) bytes += await sizeOf(script);
    measured.push({ ...page, status: answer.status, files: scripts.length, bytes });
  }
  return measured;
}
