import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, copyFile, mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { NotFound } from "@/kernel/errors";
import type { Content, FileStorage } from "./file-storage";
import { checkKey } from "./storage-key";

/** Files in a folder. A file is written beside its place, flushed, and moved there: a crash leaves no half of one. */
export function localStorage(directory: string): FileStorage {
  const root = resolve(directory);
  const pathOf = (key: string) => {
    checkKey(key);
    return join(root, key);
  };
  return {
    put: (key, content) => writeWhole(pathOf(key), content),
    async get(key, range) {
      const path = pathOf(key);
      const found = await stat(path).catch(missing);
      if (!found?.isFile()) throw new NotFound("stored file");
      return createReadStream(path, range);
    },
    delete: (key) => rm(pathOf(key), { force: true }),
    exists: (key) =>
      access(pathOf(key)).then(
        () => true,
        () => false,
      ),
  };
}

async function writeWhole(path: string, content: Content): Promise<void> {
  const part = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true, mode: 0o750 });
  try {
    if ("file" in content) await copyFile(content.file, part);
    else await writeFile(part, content);
    await flush(part);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r+");
  await handle.sync().finally(() => handle.close());
}

function missing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
  throw error;
}
