import { openFile } from "@/features/files/queries";
import { askedRange, contentDisposition } from "@/features/files/rules";
import { NotFound } from "@/kernel/errors";
import { isId } from "@/kernel/id";
import { bytesAnswer, emptyAnswer } from "@/web/file-answer";
import { pageCtx } from "@/web/page-context";

type Params = { params: Promise<{ id: string }> };

/** A file for those who may see it, or with `?thumbnail` its small picture. Parts of it too, for large ones. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  try {
    const { id } = await params;
    if (!isId(id)) throw new NotFound("file");
    const thumbnail = new URL(request.url).searchParams.has("thumbnail");
    const file = await openFile(await pageCtx(), { fileId: id, thumbnail });
    const { etag, byteSize, mediaType, name } = file;
    const charset = mediaType.startsWith("text/") ? "; charset=utf-8" : "";
    const headers: Record<string, string> = {
      "content-type": mediaType + charset,
      "content-disposition": contentDisposition(name, mediaType),
      "cache-control": "private, no-cache", // kept by the browser, asked for each time: rights can end
      vary: "Cookie",
      etag,
    };
    if (matches(request.headers.get("if-none-match"), etag))
      return bytesAnswer({ status: 304, content: null, headers });
    if (byteSize === null) return bytesAnswer({ status: 200, content: await file.open(), headers });

    headers["accept-ranges"] = "bytes";
    const isSame = request.headers.get("if-range") === null || request.headers.get("if-range") === etag;
    const range = isSame ? askedRange(request.headers.get("range"), byteSize) : null;
    if (range === "unsatisfiable") {
      return bytesAnswer({
        status: 416,
        content: null,
        headers: { ...headers, "content-range": `bytes */${byteSize}` },
      });
    }
    if (range === null) {
      headers["content-length"] = String(byteSize);
      return bytesAnswer({ status: 200, content: await file.open(), headers });
    }
    headers["content-length"] = String(range.end - range.start + 1);
    headers["content-range"] = `bytes ${range.start}-${range.end}/${byteSize}`;
    return bytesAnswer({ status: 206, content: await file.open(range), headers });
  } catch (error) {
    return emptyAnswer(error);
  }
}

function matches(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",").some((one) => one.trim().replace(/^W\//, "") === etag || one.trim() === "*");
}
