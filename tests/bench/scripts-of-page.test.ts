import { describe, expect, it } from "vitest";
import { scriptsOfPage } from "./scripts-of-page";

describe("the scripts of a page", () => {
  it("are its script tags and what it preloads as script or module, each once", () => {
    const html = `<!DOCTYPE html><html><head>
      <link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>
      <link rel="preload" as="script" fetchPriority="low" nonce="abc" href="/_next/static/chunks/main.js?dpl=1&amp;x=2"/>
      <link rel="preload" as="font" href="/_next/static/media/inter.woff2"/>
      <link href='/_next/static/chunks/module.js' rel=modulepreload>
      <script src="/_next/static/chunks/main.js?dpl=1&amp;x=2" nonce="abc" async=""></script>
      <script src=/_next/static/chunks/page.js async></script>
      </head><body><script nonce="abc">self.__next_f.push([1,"static/chunks/later.js"])</script></body></html>`;
    expect(scriptsOfPage(html)).toEqual([
      "/_next/static/chunks/main.js?dpl=1&x=2",
      "/_next/static/chunks/module.js",
      "/_next/static/chunks/page.js",
    ]);
  });

  it("are not those that a browser of today leaves out, nor those of others", () => {
    const html = `<script src="/_next/static/chunks/polyfills.js" noModule=""></script>
      <script src="https://elsewhere.example/x.js"></script>`;
    expect(scriptsOfPage(html)).toEqual([]);
  });
});
