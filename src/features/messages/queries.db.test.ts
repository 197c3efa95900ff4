import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { asGuest, asMember, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { newId } from "@/kernel/id";
import { keepingMailer } from "@/platform/kept-mail";
import { getKeptMail, getMessage, listKeptMails, listMessages } from "./queries";
import { linkPlaceholder, type MessageState } from "./rules";

const world = openWorld();
let organization: Organization;
let ctx: Awaited<ReturnType<typeof asMember>>;
beforeEach(async () => {
  organization = await newOrganization(world);
  ctx = await asMember(world, organization, "manager");
});

async function add(
  count: number,
  change: Partial<{
    recipient: string;
    recipient_name: string;
    subject: string;
    state: MessageState;
    body: string;
  }> = {},
) {
  const values = Array.from({ length: count }, (_, index) => ({
    organization_id: organization.id,
    id: newId(),
    template: "invitation",
    locale: "es-MX",
    recipient: "ana@ejemplo.mx",
    recipient_name: "Ana Pérez",
    subject: `Aviso ${index}`,
    html: "<p>Hola</p>",
    body: "Hola",
    created_at: new Date(Date.UTC(2026, 10, 1, 12, 0, Math.floor(index / 3))),
    ...change,
  }));
  await world.owner.insertInto("message").values(values).execute();
  return values.map(({ id }) => id);
}

describe("the organization's messages", () => {
  it("come newest first, page by page, each once", async () => {
    const ids = await add(25);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listMessages(ctx, { size: 10, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen[0]).toBe(ids[24]);
  });

  it("are found by name without its accent, by part of an address and by subject, and by state", async () => {
    await add(3);
    const [lucia] = await add(1, {
      recipient: "lucia.rossi@ribera.com.ar",
      recipient_name: "Lucía Rossi",
      subject: "100% listo",
      state: "bounced",
    });
    for (const q of ["LUCIA", "rossi@rib", "100%", "lucia listo"]) {
      expect((await listMessages(ctx, { q })).items.map(({ id }) => id)).toEqual([lucia]);
    }
    expect((await listMessages(ctx, { q: "_" })).items).toEqual([]);
    expect((await listMessages(ctx, { state: "bounced" })).items).toHaveLength(1);
    expect((await listMessages(ctx, { state: "failed" })).items).toEqual([]);
  });

  it("do not fall over a cursor that somebody made up", async () => {
    for (const cursor of [
      "x",
      Buffer.from('["a","b"]').toString("base64url"),
      Buffer.from(`["2026","${newId()}"]`).toString("base64url"),
    ]) {
      await expect(listMessages(ctx, { cursor })).rejects.toThrow("cursor invalid");
    }
  });

  it("are told whole, but for a secret link", async () => {
    const [id = ""] = await add(1, { state: "failed", body: `Entra: ${linkPlaceholder}` });
    expect(await getMessage(ctx, { messageId: id })).toMatchObject({
      linkHidden: true,
      canRetry: false,
      state: "failed",
      attempts: 0,
    });
    const [plain = ""] = await add(1, { state: "failed" });
    expect(await getMessage(ctx, { messageId: plain })).toMatchObject({ linkHidden: false, canRetry: true });
  });

  it("are nobody else's", async () => {
    const [id = ""] = await add(1);
    const other = await asMember(world, await newOrganization(world), "owner");
    expect((await listMessages(other)).items).toEqual([]);
    await expect(getMessage(other, { messageId: id })).rejects.toThrow("not found");
    await expect(listMessages(await asMember(world, organization, "door"))).rejects.toThrow("message.read");
  });
});

describe("mail that is kept on this machine", () => {
  const folder = mkdtempSync(join(tmpdir(), "gestion-mailbox-"));
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is shown newest first, and once however often it was sent", async () => {
    vi.stubEnv("GESTION_LOCAL", "1");
    vi.stubEnv("MAILBOX_DIR", folder);
    vi.resetModules();
    const local = await import("./queries");
    expect(await local.listKeptMails(asGuest(world))).toEqual([]);
    const mailer = keepingMailer(folder);
    const [first, second] = [newId(), newId()];
    const mail = {
      messageId: "<x@y>",
      fromName: "Salón",
      to: { name: null, address: "ana@ejemplo.mx" },
      html: "<p>x</p>",
      text: "x",
      language: "es",
    };
    for (const [id, writtenAt] of [
      [first, 1_000],
      [second, 2_000],
      [first, 1_000],
    ] as const) {
      expect(await mailer.send({ ...mail, id, subject: id, writtenAt })).toEqual({
        outcome: "sent",
        transport: "mailbox",
      });
    }
    expect((await local.listKeptMails(asGuest(world))).map(({ id }) => id)).toEqual([second, first]);
    expect(await local.getKeptMail(asGuest(world), { mailId: first })).toMatchObject({ subject: first, text: "x" });
    await expect(local.getKeptMail(asGuest(world), { mailId: "../../secrets" })).rejects.toThrow("not found");
  });

  it("does not exist where mail is really sent", async () => {
    await expect(listKeptMails(asGuest(world))).rejects.toThrow("not found");
    await expect(getKeptMail(asGuest(world), { mailId: newId() })).rejects.toThrow("not found");
  });
});
