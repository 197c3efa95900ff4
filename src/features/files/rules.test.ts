import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedRange, contentDisposition, keptAs, safeName } from "./rules";

describe("what may be uploaded", () => {
  it.each([
    ["application/pdf", "a.pdf", "application/pdf"],
    ["image/jpeg", "lo que sea", "image/jpeg"],
    ["text/plain", "lista.CSV", "text/csv"],
    ["text/plain", "notas.txt", "text/plain"],
  ])("%s called %s is kept as %s", (detected, name, kept) => {
    expect(keptAs(detected, name)).toBe(kept);
  });

  it.each([
    [null, "a.pdf"],
    ["text/plain", "dibujo.svg"],
    ["text/plain", "pagina.html"],
    ["text/plain", "pagina.txt.html"],
    ["text/plain", "sin-final"],
    ["application/xml", "dibujo.svg"],
    ["image/svg+xml", "dibujo.png"],
    ["application/x-msdownload", "foto.jpg"],
    ["application/zip", "cosas.docx"],
    ["image/heic", "foto.heic"],
  ])("%s called %s is not", (detected, name) => {
    expect(keptAs(detected, name)).toBeNull();
  });
});

describe("the name of a file", () => {
  it.each([
    ["Contrato firmado – Ñandú.pdf", "application/pdf", "Contrato firmado – Ñandú.pdf"],
    ["../../etc/passwd", "text/plain", "passwd.txt"],
    ["C:\\Users\\Ana\\foto.JPG", "image/jpeg", "foto.jpg"],
    ["factura.exe", "application/pdf", "factura.exe.pdf"],
    ["foto\u202egnp.exe", "image/png", "fotognp.exe.png"],
    ["a\r\nSet-Cookie: x=1.png", "image/png", "aSet-Cookie x=1.png"],
    [".htaccess", "text/plain", "htaccess.txt"],
    ["", "image/png", "archivo.png"],
    ["...", "image/png", "archivo.png"],
    ["結婚式.webp", "image/webp", "結婚式.webp"],
    [`${"á".repeat(300)}.png`, "image/png", `${"á".repeat(120)}.png`],
  ])("%j as %s becomes %j", (said, mediaType, name) => {
    expect(safeName(said, mediaType)).toBe(name);
  });

  it("is the same when it is made safe once more, and always fits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (said) => {
        const name = safeName(said, "image/png");
        expect(safeName(name, "image/png")).toBe(name);
        expect(name).toMatch(/^[^/\\.].*\.png$/u);
        expect(name.length).toBeLessThanOrEqual(255);
      }),
    );
  });
});

describe("Content-Disposition", () => {
  it("shows images and PDF, and saves all else", () => {
    expect(contentDisposition("a.png", "image/png")).toBe(`inline; filename="a.png"; filename*=UTF-8''a.png`);
    expect(contentDisposition("a.csv", "text/csv")).toMatch(/^attachment;/);
  });

  it("says a name of any language, with a plain one for old programs", () => {
    expect(contentDisposition("Niñez (2).pdf", "application/pdf")).toBe(
      `inline; filename="Ninez (2).pdf"; filename*=UTF-8''Ni%C3%B1ez%20%282%29.pdf`,
    );
    expect(contentDisposition('a"b\\c%d.txt', "text/plain")).toContain('filename="a_b_c_d.txt"');
  });

  it("is a header whatever the name is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (said) => {
        const header = contentDisposition(safeName(said, "text/csv"), "text/csv");
        expect(() => new Headers({ "content-disposition": header })).not.toThrow();
        expect(header).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[A-Za-z0-9%._~!#$&+^`|-]*$/);
      }),
    );
  });
});

describe("Range", () => {
  it.each([
    [null, null],
    ["bytes=0-", { start: 0, end: 99 }],
    ["bytes=0-0", { start: 0, end: 0 }],
    ["bytes=90-200", { start: 90, end: 99 }],
    ["bytes=-5", { start: 95, end: 99 }],
    ["bytes=-500", { start: 0, end: 99 }],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-2", null],
    ["bytes=-", null],
    ["bytes=0-1,5-6", null],
    ["items=0-1", null],
    ["bytes=a-b", null],
  ])("%s of 100 bytes", (header, range) => {
    expect(askedRange(header, 100)).toEqual(range);
  });
});
