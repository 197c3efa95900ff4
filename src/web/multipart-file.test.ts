import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multipartFile } from "./multipart-file";

const type = "multipart/form-data; boundary=----x";

/** A request whose body arrives in pieces of these sizes. */
function request(body: Buffer, sizes: number[] = [body.length], contentType = type): Request {
  let at = 0;
  let turn = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close();
      const size = Math.max(1, sizes[turn++ % sizes.length] ?? 1);
      controller.enqueue(body.subarray(at, at + size));
      at += size;
    },
  });
  const init = { method: "POST", headers: { "content-type": contentType }, body: stream, duplex: "half" };
  return new Request("http://localhost/files", init);
}

function form(content: Buffer, name = "a.pdf", before = ""): Buffer {
  const head = `${before}------x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from("\r\n------x--\r\n")]);
}

async function read(of: Request): Promise<{ name: string; bytes: Buffer }> {
  const { name, content } = await multipartFile(of);
  return { name, bytes: await buffer(content) };
}

describe("a file in a form", () => {
  it("comes out as it went in, however the body was cut", async () => {
    const tricky = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .array(fc.constantFrom("\r\n", "\r\n--", "------x", "\r\n-----", "x--", "\r", "\n", "abc"), { maxLength: 30 })
        .map((parts) => Buffer.from(parts.join("|"))),
    );
    await fc.assert(
      fc.asyncProperty(
        tricky,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        async (bytes, sizes) => {
          const content = Buffer.from(bytes);
          fc.pre(!content.includes("\r\n------x"));
          expect((await read(request(form(content), sizes))).bytes.equals(content)).toBe(true);
        },
      ),
    );
  });

  it("is what browsers send: FormData of this runtime, with names of any kind", async () => {
    for (const name of ["Ñandú ☂.pdf", 'con "comillas".pdf', "a\r\nb.pdf", "a;b=c.pdf"]) {
      const body = new FormData();
      body.append("subject", "x");
      body.append("file", new File(["hola"], name));
      const { name: got, bytes } = await read(new Request("http://localhost/", { method: "POST", body }));
      expect(got).toBe(name);
      expect(String(bytes)).toBe("hola");
    }
  });

  it("comes after other fields and a preamble", async () => {
    const field = `preámbulo\r\n------x\r\nContent-Disposition: form-data; name="otro"\r\n\r\nfile\r\n`;
    expect(String((await read(request(form(Buffer.from("hola"), "a.pdf", field), [7]))).bytes)).toBe("hola");
  });

  it("is not taken whole into memory: what is not asked for is not read", async () => {
    let given = 0;
    const head = form(Buffer.alloc(0)).subarray(0, -13);
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(given++ === 0 ? head : Buffer.alloc(65_536, 0x41));
      },
    });
    const init = { method: "POST", headers: { "content-type": type }, body: endless, duplex: "half" };
    const { content } = await multipartFile(new Request("http://localhost/files", init));
    for await (const _ of content) if (given > 20) break;
    expect(given).toBeLessThan(40);
  });
});

describe("anything else", () => {
  it.each([
    ["no form", Buffer.from("x"), "text/plain"],
    ["no boundary", Buffer.from("x"), "multipart/form-data"],
    ["nothing", Buffer.alloc(0), type],
    [
      "a form without the field",
      Buffer.from('------x\r\nContent-Disposition: form-data; name="otro"\r\n\r\nx\r\n------x--'),
      type,
    ],
    [
      "a field that is no file",
      Buffer.from('------x\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n------x--'),
      type,
    ],
    ["a file that nobody chose", form(Buffer.alloc(0), ""), type],
    ["headers without an end", Buffer.from(`------x\r\n${"a".repeat(20_000)}`), type],
    [
      "a field without an end",
      Buffer.from(`------x\r\nContent-Disposition: form-data; name="otro"\r\n\r\n${"a".repeat(200_000)}`),
      type,
    ],
  ])("%s is no file", async (_, body, contentType) => {
    await expect(read(request(body, [1_000], contentType))).rejects.toThrow("file required");
  });

  it("a body that ends in the middle of the file is an error, and not a shorter file", async () => {
    await expect(read(request(form(Buffer.from("hola")).subarray(0, -10)))).rejects.toThrow("file required");
  });
});
