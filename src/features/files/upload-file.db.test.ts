import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { sql } from "kysely";
import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { asMember, asSystem, newMember, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { bombPng, docx, gzip, html, pdf, sidewaysPhoto, smallPng, svg, windowsProgram } from "#tests/files/samples";
import { newId } from "@/kernel/id";
import { ok } from "@/kernel/result";
import type { FileStorage } from "@/platform/file-storage";
import { localStorage } from "@/platform/local-storage";
import { transaction } from "@/platform/transaction";
import { purgeFile } from "./purge-file";
import { fileSpace, openFile } from "./queries";
import { insertFile, lockSpace, spaceOf } from "./store";
import { uploadFile } from "./upload-file";

const world = openWorld();
const folder = mkdtempSync(join(tmpdir(), "gestion-files-"));
const storage = localStorage(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let organization: Organization;
let ctx: Awaited<ReturnType<typeof asMember>>;
beforeEach(async () => {
  organization = await newOrganization(world);
  ctx = await asMember(world, organization, "coordinator");
});

const subject = { type: "event", id: newId() };
const upload = (content: Buffer | Readable, name: string, by = ctx, to: FileStorage = storage) =>
  uploadFile(by, { content, name, subject }, to);
async function uploaded(content: Buffer, name: string): Promise<string> {
  const result = await upload(content, name);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.id;
}
const stored = () => readdirIfAny(join(folder, organization.id));
const rows = () => world.owner.selectFrom("file").selectAll().where("organization_id", "=", organization.id).execute();
const setQuota = (bytes: number) =>
  world.owner
    .updateTable("organization")
    .set({ file_quota_bytes: BigInt(bytes) })
    .where("id", "=", organization.id)
    .execute();

describe("an upload", () => {
  it("keeps the bytes as they came, what they are, and a small picture that is upright and tells nothing", async () => {
    const photo = await sidewaysPhoto();
    const result = await upload(Readable.from([photo.subarray(0, 1000), photo.subarray(1000)]), "fotos/Salón.JPG");
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value).toMatchObject({
      name: "Salón.jpg",
      mediaType: "image/jpeg",
      byteSize: photo.length,
      width: 800,
      height: 1200,
      hasThumbnail: true,
    });
    const whole = await openFile(ctx, { fileId: result.value.id, thumbnail: false }, storage);
    expect((await buffer(await whole.open())).equals(photo)).toBe(true);
    const small = await openFile(ctx, { fileId: result.value.id, thumbnail: true }, storage);
    const seen = await sharp(await buffer(await small.open())).metadata();
    expect(seen).toMatchObject({ format: "webp", width: 320, height: 480 });
    expect(seen.exif).toBeUndefined();
    const trail = await world.owner
      .selectFrom("audit_entry")
      .selectAll()
      .where("subject_id", "=", result.value.id)
      .execute();
    expect(trail).toMatchObject([{ action: "file.uploaded", subject_name: "Salón.jpg" }]);
  });

  it.each([
    ["contrato.pdf", pdf, "application/pdf"],
    ["carta", docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["lista.csv", Buffer.from("nombre,mesa\nÑandú,4\n"), "text/csv"],
    ["notas.txt", Buffer.from("Llamar a José\r\n"), "text/plain"],
  ])("knows %s by its bytes", async (name, content, mediaType) => {
    expect(await upload(content, name)).toMatchObject({ ok: true, value: { mediaType, hasThumbnail: false } });
  });

  it.each([
    ["dibujo.svg", svg],
    ["foto.png", svg],
    ["pagina.html", html],
    ["foto.jpg", html],
    ["programa.pdf", windowsProgram],
    ["cosas.txt", gzip],
    ["latin.txt", Buffer.from("Se\xf1or", "latin1")],
    ["nulo.csv", Buffer.from("a\u0000b")],
  ])("refuses %s, whatever it is called", async (name, content) => {
    expect(await upload(content, name)).toEqual({ ok: false, refusal: { code: "type_not_allowed" } });
    expect(stored()).toEqual([]);
  });

  it("refuses what cannot be read: nothing, half a picture, a picture that fills the memory", async () => {
    const png = await smallPng();
    for (const content of [Buffer.alloc(0), png.subarray(0, png.length - 20), bombPng()]) {
      expect(await upload(content, "a.png")).toEqual({ ok: false, refusal: { code: "file_unreadable" } });
    }
    expect(stored()).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it("stops reading at the limit", async () => {
    let given = 0;
    const endless = Readable.from(
      (function* () {
        for (; given < 1_000; given++) yield Buffer.alloc(1_048_576, 0x20);
      })(),
    );
    expect(await upload(endless, "grande.txt")).toEqual({
      ok: false,
      refusal: { code: "file_too_large", maxBytes: 20_971_520 },
    });
    expect(given).toBeLessThan(30);
  });

  it("leaves nothing behind when the other side goes away in the middle", async () => {
    const broken = Readable.from(
      (async function* () {
        yield pdf;
        throw new Error("gone");
      })(),
    );
    await expect(upload(broken, "a.pdf")).rejects.toThrow("gone");
    expect(stored()).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("gestion-upload-"))).toEqual([]);
  });

  it("is for those who may, and in no transaction of others", async () => {
    await expect(upload(pdf, "a.pdf", await asMember(world, organization, "viewer"))).rejects.toThrow("file.upload");
    const within = transaction(ctx, async (tx) =>
      ok(await uploadFile(tx, { content: pdf, name: "a.pdf", subject }, storage)),
    );
    await expect(within).rejects.toThrow("another transaction");
  });

  it("is not done more than 60 times a minute", async () => {
    const many = await Promise.allSettled(Array.from({ length: 65 }, () => upload(gzip, "a.txt")));
    expect(many.filter(({ status }) => status === "rejected")).toHaveLength(5);
  });
});

describe("the quota", () => {
  it("is not passed, by one or by many at once", async () => {
    await setQuota(pdf.length * 3);
    const all = await Promise.all(Array.from({ length: 8 }, () => upload(pdf, "a.pdf")));
    expect(all.filter(({ ok }) => ok)).toHaveLength(3);
    const refused = all.flatMap((one) => (one.ok ? [] : [one.refusal.code]));
    expect(new Set(refused)).toEqual(new Set(["quota_exceeded"]));
    expect(await fileSpace(ctx)).toEqual({ quota: BigInt(pdf.length * 3), used: BigInt(pdf.length * 3) });
    expect(stored()).toHaveLength(3);
  });

  it("negative control: without the lock two at once pass it", async () => {
    await setQuota(pdf.length);
    let arrived = 0;
    const both = () => expect.poll(() => arrived).toBe(2);
    const unlocked = () =>
      transaction(ctx, async (tx) => {
        const { quota, used } = await spaceOf(tx, organization.id);
        arrived++;
        await both();
        if (used + BigInt(pdf.length) <= quota) {
          const file = {
            id: newId(),
            name: "a.pdf",
            mediaType: "application/pdf",
            byteSize: pdf.length,
            sha256: "0".repeat(64),
            image: null,
            subject,
          };
          await insertFile(tx, organization.id, file);
        }
        return ok(null);
      });
    await Promise.all([unlocked(), unlocked()]);
    const { quota, used } = await fileSpace(ctx);
    expect(used).toBeGreaterThan(quota);
  });

  it("does not hold up other work of the organization while it is counted", async () => {
    const result = await transaction(ctx, async (tx) => {
      await lockSpace(tx, organization.id);
      return ok(await newMember(world, organization.id, ["sales"])); // a row that points to the locked one
    });
    expect(result.value.memberId).toBeTruthy();
  });
});

describe("bytes without a row", () => {
  it("are removed when the row could not be written", async () => {
    const failing: FileStorage = {
      ...storage,
      put: async (...given) => {
        await storage.put(...given);
        await setQuota(1); // meanwhile the room was taken
      },
    };
    expect(await upload(pdf, "a.pdf", ctx, failing)).toMatchObject({ ok: false, refusal: { code: "quota_exceeded" } });
    expect(stored()).toEqual([]);
  });

  it("are removed by a job that was enqueued before them, when the process died", async () => {
    const dying: FileStorage = {
      ...storage,
      put: async (...given) => {
        await storage.put(...given);
        throw new Error("killed");
      },
      delete: async () => {},
    };
    await expect(upload(pdf, "a.pdf", ctx, dying)).rejects.toThrow("killed");
    const [fileId = ""] = stored();
    const { rows: jobs } = await sql<{
      id: string;
    }>`select payload ->> 'fileId' as id from graphile_worker._private_jobs
      where payload ->> 'organizationId' = ${organization.id}`.execute(world.owner);
    expect(jobs.map(({ id }) => id)).toEqual([fileId]);
    expect(await purgeFile(asSystem(world, organization), { fileId }, storage)).toEqual({
      ok: true,
      value: { purged: true },
    });
    expect(stored()).toEqual([]);
  });

  it("is not what the job finds after an upload that went well", async () => {
    const fileId = await uploaded(pdf, "a.pdf");
    expect(await purgeFile(asSystem(world, organization), { fileId }, storage)).toEqual({
      ok: true,
      value: { purged: false },
    });
    expect(stored()).toEqual([fileId]);
  });
});

function readdirIfAny(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
