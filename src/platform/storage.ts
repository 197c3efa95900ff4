import type { Readable } from "node:stream";
import { config } from "./config";
import { localStorage } from "./local-storage";
import { processWide } from "./process-wide";

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

/** The process's own storage, as configured: S3_BUCKET or STORAGE_DIR. */
export function appStorage(): FileStorage {
  return processWide("storage", () => {
    const { storage } = config();
    if (storage.kind === "disk") return localStorage(storage.directory);
    return whenUsed(async () => (await import("./s3-storage")).s3Storage(storage));
  });
}

/** The SDK for S3 takes its time and memory: it is loaded with the first file, not with the first page. */
function whenUsed(open: () => Promise<FileStorage>): FileStorage {
  let opened: Promise<FileStorage> | null = null;
  const storage = () => {
    opened ??= open();
    return opened;
  };
  return {
    put: async (...given) => (await storage()).put(...given),
    get: async (...given) => (await storage()).get(...given),
    delete: async (...given) => (await storage()).delete(...given),
    exists: async (...given) => (await storage()).exists(...given),
  };
}
