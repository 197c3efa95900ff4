import { Readable } from "node:stream";
import { InvalidInput } from "@/kernel/errors";

export type MultipartFile = { name: string; content: Readable };

/** What a header block of a part may take, and other fields before the file, in bytes. */
const mostHeader = 8_192;
const mostOther = 65_536;

/**
 * The file in the field `field` of a `multipart/form-data` body (RFC 7578), as a stream: nothing of it is kept in
 * memory, and nothing after it is read. Other fields before it are skipped. Throws `InvalidInput` when there is none, or
 * the body is no form; the stream fails when the body ends in the middle of the file.
 */
export async function multipartFile(request: Request, field = "file"): Promise<MultipartFile> {
  const boundary = boundaryOf(request.headers.get("content-type") ?? "");
  if (boundary === null || request.body === null) throw invalid();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const body = new Window(request.body);
  body.prepend("\r\n"); // the first boundary has no line before it
  await body.upTo(delimiter, mostOther);
  while ((await body.take(2)) === "\r\n") {
    const part = partOf((await body.upTo(Buffer.from("\r\n\r\n"), mostHeader)).toString("utf8"));
    if (part.field === field && part.name) {
      return { name: part.name, content: Readable.from(body.pieces(delimiter), { objectMode: false }) };
    }
    await body.upTo(delimiter, mostOther);
  }
  throw invalid();
}

/** The first bytes of a body that are not dealt with yet. */
class Window {
  private seen: Buffer = Buffer.alloc(0);
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  constructor(body: ReadableStream<Uint8Array>) {
    this.reader = body.getReader();
  }

  prepend(text: string): void {
    this.seen = Buffer.concat([Buffer.from(text), this.seen]);
  }

  /** What comes before the mark, which is dropped; at most `most` bytes of it. */
  async upTo(mark: Buffer, most: number): Promise<Buffer> {
    for (;;) {
      const at = this.seen.indexOf(mark);
      if (at >= 0) return this.cut(at, mark.length);
      if (this.seen.length > most + mark.length || !(await this.more())) throw invalid();
    }
  }

  async take(length: number): Promise<string> {
    while (this.seen.length < length) if (!(await this.more())) throw invalid();
    return this.cut(length, 0).toString("latin1");
  }

  /** What comes before the mark, piece by piece; whoever stops listening cancels the body. */
  async *pieces(mark: Buffer): AsyncGenerator<Buffer> {
    try {
      for (;;) {
        const at = this.seen.indexOf(mark);
        if (at >= 0) {
          if (at > 0) yield this.cut(at, mark.length);
          return;
        }
        const sure = this.seen.length - mark.length + 1;
        if (sure > 0) yield this.cut(sure, 0);
        if (!(await this.more())) throw invalid();
      }
    } finally {
      await this.reader.cancel().catch(() => undefined);
    }
  }

  private cut(length: number, drop: number): Buffer {
    const piece = this.seen.subarray(0, length);
    this.seen = this.seen.subarray(length + drop);
    return piece;
  }

  private async more(): Promise<boolean> {
    const { done, value } = await this.reader.read();
    if (done) return false;
    this.seen = this.seen.length === 0 ? Buffer.from(value) : Buffer.concat([this.seen, value]);
    return true;
  }
}

function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] =
    contentType.match(/^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i) ?? [];
  return quoted ?? plain ?? null;
}

/** Browsers write `"`, CR and LF of a name as %22, %0D and %0A, and everything else as it is, in UTF-8. */
function partOf(headers: string): { field: string | null; name: string | null } {
  const disposition = headers.match(/^content-disposition:\s*form-data\s*;(.*)$/im)?.[1] ?? "";
  const value = (key: string) =>
    disposition
      .match(new RegExp(`(?:^|;)\\s*${key}="([^"]*)"`, "i"))?.[1]
      ?.replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code)) ?? null;
  return { field: value("name"), name: value("filename") };
}

function invalid(): InvalidInput {
  return new InvalidInput([{ path: "file", code: "required" }]);
}
