import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startS3 } from "#tests/s3/start-s3";
import { NotFound, Unavailable } from "@/kernel/errors";
import { newId } from "@/kernel/id";
import type { FileStorage } from "./file-storage";
import { localStorage } from "./local-storage";
import { s3Storage } from "./s3-storage";

let folder: string;
let s3: Awaited<ReturnType<typeof startS3>>;
const storages: Record<string, FileStorage> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gestion-storage-"));
  s3 = await startS3();
  storages.folder = localStorage(join(folder, "kept"));
  storages.s3 = s3Storage(s3.settings);
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["folder", "s3"])("the storage in a %s", (name) => {
  const storage = () => storages[name] as FileStorage;
  const newKey = () => `${newId()}/${newId()}.webp`;
  const read = async (key: string, range?: { start: number; end: number }) => buffer(await storage().get(key, range));

  it("gives back what it was given, from memory and from a file", async () => {
    const bytes = randomBytes(300_000);
    const [fromMemory, fromFile] = [newKey(), newKey()];
    const file = join(folder, "source");
    writeFileSync(file, bytes);
    await storage().put(fromMemory, bytes, "image/webp");
    await storage().put(fromFile, { file, byteSize: bytes.length }, "image/webp");
    expect((await read(fromMemory)).equals(bytes)).toBe(true);
    expect((await read(fromFile)).equals(bytes)).toBe(true);
    expect(await storage().exists(fromFile)).toBe(true);
  });

  it("gives a part, first and last byte included", async () => {
    const key = newKey();
    await storage().put(key, Buffer.from("0123456789"), "text/plain");
    expect(String(await read(key, { start: 2, end: 4 }))).toBe("234");
    expect(String(await read(key, { start: 9, end: 9 }))).toBe("9");
    expect(String(await read(key, { start: 0, end: 9 }))).toBe("0123456789");
  });

  it("replaces what was there", async () => {
    const key = newKey();
    await storage().put(key, Buffer.from("antes"), "text/plain");
    await storage().put(key, Buffer.from("después"), "text/plain");
    expect(String(await read(key))).toBe("después");
  });

  it("says what is missing, and removes it without complaint", async () => {
    const key = newKey();
    await expect(storage().get(key)).rejects.toThrow(NotFound);
    expect(await storage().exists(key)).toBe(false);
    await storage().delete(key);
    await storage().put(key, Buffer.from("x"), "text/plain");
    await storage().delete(key);
    expect(await storage().exists(key)).toBe(false);
  });

  it.each([
    "",
    "..",
    "../x",
    "a/../../x",
    "/etc/passwd",
    "a//b",
    "a/.b",
    "A",
    "a\\b",
    "a b",
    "a\0",
    "a/",
    `${"a/".repeat(300)}a`,
  ])("takes no key like %.20s", async (key) => {
    await expect((async () => storage().get(key))()).rejects.toThrow(TypeError);
    await expect((async () => storage().put(key, Buffer.from("x"), "text/plain"))()).rejects.toThrow(TypeError);
    await expect((async () => storage().delete(key))()).rejects.toThrow(TypeError);
    await expect((async () => storage().exists(key))()).rejects.toThrow(TypeError);
  });

  it("keeps one whole of many that are written at once under one key", async () => {
    const key = newKey();
    const versions = Array.from({ length: 6 }, () => randomBytes(50_000));
    await Promise.all(versions.map((bytes) => storage().put(key, bytes, "image/webp")));
    const kept = await read(key);
    expect(versions.some((bytes) => bytes.equals(kept))).toBe(true);
  });
});

describe("a folder", () => {
  it("is left without halves when a source cannot be read", async () => {
    const key = `${newId()}/x.webp`;
    const put = storages.folder?.put(key, { file: join(folder, "not-there"), byteSize: 1 }, "image/webp");
    await expect(put).rejects.toThrow("ENOENT");
    expect(readdirSync(join(folder, "kept", key.split("/")[0] ?? ""))).toEqual([]);
  });
});

describe("S3", () => {
  const storage = () => storages.s3 as FileStorage;

  it("is asked again when it is busy or cuts the connection, with the whole file each time", async () => {
    const bytes = randomBytes(200_000);
    const file = join(folder, "again");
    writeFileSync(file, bytes);
    s3.failNext(503, -1);
    await storage().put("a/again", { file, byteSize: bytes.length }, "application/pdf");
    expect(s3.objects.get("a/again")?.bytes.equals(bytes)).toBe(true);
    expect(s3.objects.get("a/again")?.mediaType).toBe("application/pdf");
    s3.failNext(500);
    expect(await storage().exists("a/again")).toBe(true);
  });

  it("is said to be unavailable when it stays busy", async () => {
    s3.failNext(503, 503, 503);
    await expect(storage().get("a/again")).rejects.toThrow(Unavailable);
  });

  it("is asked once with keys that it does not know", async () => {
    const stranger = s3Storage({ ...s3.settings, accessKeyId: "OTRA" });
    const before = s3.requests();
    await expect(stranger.put("a/b", Buffer.from("x"), "text/plain")).rejects.toThrow("AccessDenied");
    expect(s3.requests() - before).toBe(1);
  });

  it("is unavailable when nobody is there", async () => {
    const nobody = s3Storage({ ...s3.settings, endpoint: "http://127.0.0.1:9" });
    await expect(nobody.get("a/b")).rejects.toThrow(Unavailable);
  });
});
