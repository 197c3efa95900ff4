import { config } from "./config";
import type { FileStorage } from "./file-storage";
import { localStorage } from "./local-storage";
import { processWide } from "./process-wide";

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
