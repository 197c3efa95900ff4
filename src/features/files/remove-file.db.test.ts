import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { asMember, asSystem, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { pdf, smallPng } from "#tests/files/samples";
import { newId } from "@/kernel/id";
import { localStorage } from "@/platform/local-storage";
import { purgeFile } from "./purge-file";
import { fileSpace, listFiles, openFile } from "./queries";
import { removeFile } from "./remove-file";
import { restoreFile } from "./restore-file";
import { storageKeys } from "./rules";
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
const stored = () => readdirSync(join(folder, organization.id));
const rows = () => world.owner.selectFrom("file").selectAll().where("organization_id", "=", organization.id).execute();
async function uploaded(content: Buffer, name: string): Promise<string> {
  const result = await uploadFile(ctx, { content, name, subject }, storage);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.id;
}

describe("removing a file", () => {
  const later = (days: number) => {
    const system = asSystem(world, organization);
    return { ...system, now: system.now.add({ hours: 24 * days }) };
  };

  it("hides it at once, frees its room, and ends its bytes after a week", async () => {
    const fileId = await uploaded(await smallPng(), "a.png");
    expect(await removeFile(ctx, { fileId })).toEqual({ ok: true, value: { fileId } });
    await expect(openFile(ctx, { fileId, thumbnail: false }, storage)).rejects.toThrow("not found");
    await expect(removeFile(ctx, { fileId })).rejects.toThrow("not found");
    expect(await listFiles(ctx, subject)).toEqual([]);
    expect((await fileSpace(ctx)).used).toBe(0n);
    expect(await purgeFile(later(6), { fileId }, storage)).toMatchObject({ value: { purged: false } });
    expect(stored()).toHaveLength(2);
    expect(await purgeFile(later(8), { fileId }, storage)).toMatchObject({ value: { purged: true } });
    expect(stored()).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it("can be undone until then", async () => {
    const fileId = await uploaded(pdf, "a.pdf");
    await removeFile(ctx, { fileId });
    expect(await restoreFile(ctx, { fileId })).toEqual({ ok: true, value: { fileId } });
    expect(await purgeFile(later(8), { fileId }, storage)).toMatchObject({ value: { purged: false } });
    expect((await listFiles(ctx, subject)).map(({ id }) => id)).toEqual([fileId]);
    await removeFile(ctx, { fileId });
    await world.owner
      .updateTable("organization")
      .set({ file_quota_bytes: 1n })
      .where("id", "=", organization.id)
      .execute();
    expect(await restoreFile(ctx, { fileId })).toEqual({ ok: false, refusal: { code: "quota_exceeded" } });
  });
});

describe("who may see a file", () => {
  it("is the same organization only, with the permission", async () => {
    const fileId = await uploaded(pdf, "a.pdf");
    const other = await asMember(world, await newOrganization(world), "owner");
    for (const read of [
      () => openFile(other, { fileId, thumbnail: false }, storage),
      () => removeFile(other, { fileId }),
      () => restoreFile(other, { fileId }),
    ]) {
      await expect(read()).rejects.toThrow("not found");
    }
    expect(await listFiles(other, subject)).toEqual([]);
    const door = await asMember(world, organization, "door");
    await expect(openFile(door, { fileId, thumbnail: false }, storage)).rejects.toThrow("file.read");
    expect(await storage.exists(storageKeys(organization.id, fileId).content)).toBe(true);
  });

  it("is every member when it is the organization's own", async () => {
    const result = await uploadFile(
      ctx,
      { content: await smallPng(), name: "logo.png", subject: { type: "organization", id: null } },
      storage,
    );
    if (!result.ok) throw new Error(result.refusal.code);
    const door = await asMember(world, organization, "door");
    expect(await openFile(door, { fileId: result.value.id, thumbnail: true }, storage)).toMatchObject({
      mediaType: "image/webp",
    });
  });
});
