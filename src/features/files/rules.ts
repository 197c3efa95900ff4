const office = "application/vnd.openxmlformats-officedocument";

/** What may be uploaded, by what its bytes say it is, with the endings of its name. None of it can run in a browser. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/png": ["png"],
  "image/webp": ["webp"],
  "image/gif": ["gif"],
  [`${office}.wordprocessingml.document`]: ["docx"],
  [`${office}.spreadsheetml.sheet`]: ["xlsx"],
  "text/plain": ["txt"],
  "text/csv": ["csv"],
};

/**
 * As what a file is kept, or null when it may not be. Text has no mark of its own in its bytes, so there the ending of
 * the name decides, and only for `.txt` and `.csv`: SVG, HTML and scripts are text too.
 */
export function keptAs(detected: string | null, name: string): string | null {
  if (detected !== "text/plain") return detected !== null && detected in allowed ? detected : null;
  const ending = endingOf(name);
  return ending === "csv" ? "text/csv" : ending === "txt" ? "text/plain" : null;
}

export function isImage(mediaType: string): boolean {
  return mediaType.startsWith("image/");
}

/** Whether the browser may show it instead of saving it. */
function isShown(mediaType: string): boolean {
  return isImage(mediaType) || mediaType === "application/pdf";
}

/**
 * The name that a file is kept under: the last part of what was said, in any language, without what a file system or a
 * reader could be fooled by (control and direction marks, slashes, leading dots), and with an ending that is true.
 */
export function safeName(said: string, mediaType: string): string {
  const endings = allowed[mediaType] ?? [];
  const last = said.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const isTrue = endings.includes(endingOf(clean));
  const stem = isTrue ? clean.slice(0, clean.lastIndexOf(".")) : clean;
  const ending = isTrue ? endingOf(clean) : (endings[0] ?? "bin");
  return `${[...stem].slice(0, 120).join("").trim() || "archivo"}.${ending}`;
}

function endingOf(name: string): string {
  return name.match(/\.([^.]+)$/)?.[1]?.toLowerCase() ?? "";
}

/** The header that tells a browser what to do and the name to save under (RFC 6266, names beyond ASCII by RFC 5987). */
export function contentDisposition(name: string, mediaType: string): string {
  const ascii = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const extended = encodeURIComponent(name).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isShown(mediaType) ? "inline" : "attachment"}; filename="${ascii}"; filename*=UTF-8''${extended}`;
}

/**
 * The one part of a file that a `Range` header asks for (RFC 9110, 14): null for the whole of it (no header, several
 * parts, or none that makes sense), "unsatisfiable" when it lies behind the end.
 */
export function askedRange(
  header: string | null,
  byteSize: number,
): { start: number; end: number } | "unsatisfiable" | null {
  const [, first = "", last = ""] = header?.match(/^bytes=(\d{0,15})-(\d{0,15})$/) ?? [];
  if (first === "" && last === "") return null;
  if (first === "") {
    const length = Math.min(Number(last), byteSize);
    return length === 0 ? "unsatisfiable" : { start: byteSize - length, end: byteSize - 1 };
  }
  const [start, end] = [Number(first), last === "" ? byteSize - 1 : Math.min(Number(last), byteSize - 1)];
  if (last !== "" && Number(last) < start) return null;
  return start >= byteSize ? "unsatisfiable" : { start, end };
}

/** Where the bytes of a file and of its thumbnail are kept. */
export function storageKeys(organizationId: string, fileId: string): { content: string; thumbnail: string } {
  return { content: `${organizationId}/${fileId}`, thumbnail: `${organizationId}/${fileId}.thumbnail.webp` };
}

/** Days between removing a file and the end of its bytes: that long it can be brought back. */
export const daysUntilGone = 7;
