import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

export type ReceivedFile = { file: string; byteSize: number; sha256: string };

/**
 * Takes what arrives into a file of its own for the time of `body`, never more than `maxBytes` of it and never in
 * memory, and removes it after. Gives `body` null when more than that came: what is left is not read.
 */
export async function withReceivedFile<T>(
  content: Readable | Uint8Array,
  maxBytes: number,
  body: (received: ReceivedFile | null) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "gestion-upload-"));
  try {
    return await body(await receive(content, maxBytes, join(folder, "content")));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function receive(content: Readable | Uint8Array, maxBytes: number, file: string): Promise<ReceivedFile | null> {
  const hash = createHash("sha256");
  let byteSize = 0;
  const measured = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      byteSize += chunk.length;
      if (byteSize > maxBytes) return done(new TooMuch());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    const source = content instanceof Uint8Array ? Readable.from([content]) : content;
    await pipeline(source, measured, createWriteStream(file, { mode: 0o600, flags: "wx" }));
  } catch (error) {
    if (error instanceof TooMuch) return null;
    throw error;
  }
  return { file, byteSize, sha256: hash.digest("hex") };
}

class TooMuch extends Error {}
