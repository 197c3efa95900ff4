import type { Readable } from "node:stream";

/** Bytes to keep: in memory, or in a file on this machine (which stays where it is). */
export type Content = Uint8Array | { file: string; byteSize: number };

/** First and last byte, both included, from 0. */
export type ByteRange = { start: number; end: number };

/**
 * Where bytes are kept, by a key that we make: lower-case letters, digits, `-`, `.` and `/`. Two of a kind: a folder on
 * a volume, and anything that speaks S3.
 */
export type FileStorage = {
  /** Keeps the bytes whole or not at all; what was there under the key is replaced. */
  put(key: string, content: Content, mediaType: string): Promise<void>;
  /** The bytes, or the part of them; throws `NotFound` when there are none under the key. */
  get(key: string, range?: ByteRange): Promise<Readable>;
  /** Removes the bytes; does nothing when there are none. */
  delete(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
};
