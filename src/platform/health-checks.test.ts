import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { backupsCheck, diskCheck, redisCheck, storageCheck } from "./health-checks";

const state = vi.hoisted(() => ({ config: {} as Record<string, unknown> }));
vi.mock("./config", () => ({ config: () => state.config }));

const folder = await mkdtemp(join(tmpdir(), "health-"));
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  state.config = { backupDir: folder, redisUrl: null, storage: { kind: "disk", directory: folder } };
});

async function backup(name: string, hoursOld: number): Promise<void> {
  const then = Date.now() / 1_000 - hoursOld * 3_600;
  await writeFile(join(folder, name), "");
  await utimes(join(folder, name), then, then);
}

describe("backups", () => {
  it("are off where nobody set a folder", async () => {
    state.config.backupDir = null;
    expect((await backupsCheck()).state).toBe("off");
  });

  it("are missing from an empty folder and from one that is not there", async () => {
    expect(await backupsCheck()).toEqual({ state: "degraded", message: "there is no backup" });
    state.config.backupDir = join(folder, "none");
    expect((await backupsCheck()).state).toBe("degraded");
  });

  it("are well up to 26 hours, by the newest real backup", async () => {
    await backup("backup_20261122_020000.sql.gz", 50);
    await backup("backup_20261123_020000.sql.gz", 27);
    await backup("notes.txt", 0);
    expect(await backupsCheck()).toEqual({ state: "degraded", message: "the newest backup is 27 hours old" });
    await backup("backup_20261124_020000.sql.gz", 25);
    expect(await backupsCheck()).toEqual({ state: "ok" });
  });
});

describe("storage", () => {
  it("is well where a file can be written, and leaves none behind", async () => {
    state.config.storage = { kind: "disk", directory: join(folder, "files") };
    expect(await storageCheck()).toEqual({ state: "ok" });
    expect(await storageCheck()).toEqual({ state: "ok" });
  });

  it("is degraded where it cannot", async () => {
    await writeFile(join(folder, "plain"), "");
    state.config.storage = { kind: "disk", directory: join(folder, "plain") };
    expect((await storageCheck()).state).toBe("degraded");
  });

  it("is degraded where S3 does not answer", async () => {
    const storage = { kind: "s3", endpoint: "http://127.0.0.1:1", bucket: "b", region: "x" };
    state.config.storage = { ...storage, accessKeyId: "a", secretAccessKey: "s" };
    expect((await storageCheck()).state).toBe("degraded");
  });
});

it("tells the free share of the disk, also before the folder exists", async () => {
  state.config.storage = { kind: "disk", directory: join(folder, "later") };
  expect(["ok", "degraded"]).toContain((await diskCheck()).state);
});

it("says that Redis is off where there is none", async () => {
  expect((await redisCheck()).state).toBe("off");
});
