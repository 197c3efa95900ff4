import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asMember, asSystem, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { type Received, startSmtp } from "#tests/smtp/start-smtp";
import { ok, refuse } from "@/kernel/result";
import type { Mailer } from "@/platform/outgoing-mail";
import { smtpMailer } from "@/platform/smtp-mailer";
import { type Ctx, reading, transaction } from "@/platform/transaction";
import { deliverMessage } from "./deliver-message";
import { queueAccountMessage } from "./queue-account-message";
import { queueMessage } from "./queue-message";
import { maxAttempts } from "./rules";

const world = openWorld();
const link = "https://eventos.example/invitation/secreto-de-ana?x=1&y=2";
let server: Awaited<ReturnType<typeof startSmtp>>;
let mailer: Mailer;
let organization: Organization;
let answers: ({ code: number; text: string } | null)[] = [];

beforeAll(async () => {
  server = await startSmtp({ rcptTo: () => answers.shift() ?? null });
  mailer = smtpMailer(server.smtp);
});
afterAll(async () => {
  mailer.close();
  await server.close();
});
beforeEach(async () => {
  server.received.length = 0;
  answers = [];
  organization = await newOrganization(world, "Salón Ribera");
});

async function queued(address = "ana@ejemplo.mx"): Promise<string> {
  const ctx = await asMember(world, organization, "owner");
  const to = { address, name: "Ana Pérez", locale: "es-AR" };
  const result = await transaction(ctx, async (tx) =>
    ok(await queueMessage(tx, { template: "invitation", to, params: { link, inviter: "Lucía", days: 7 } })),
  );
  return result.value.messageId;
}

function deliver(messageId: string, by = mailer, minutes = 0) {
  const ctx = asSystem(world, organization);
  return deliverMessage({ ...ctx, now: ctx.now.add({ minutes }) }, { messageId }, by);
}

async function rowOf(messageId: string) {
  return world.owner.selectFrom("message").selectAll().where("id", "=", messageId).executeTakeFirstOrThrow();
}

describe("a message that is queued", () => {
  it("is written with its job in the transaction of the deed, without its secret link", async () => {
    const id = await queued();
    const row = await rowOf(id);
    expect(row).toMatchObject({
      organization_id: organization.id,
      state: "queued",
      recipient: "ana@ejemplo.mx",
      template: "invitation",
    });
    expect(row.subject).toBe("Lucía te invita a Salón Ribera");
    expect(JSON.stringify(row)).not.toContain("secreto-de-ana");
    const ctx = await asMember(world, organization, "owner");
    expect(await waitingJobs(ctx, id)).toBe(1);
  });

  it("is not there when the deed was refused", async () => {
    const ctx = await asMember(world, organization, "owner");
    const to = { address: "ana@ejemplo.mx", name: null, locale: "es-MX" };
    await transaction(ctx, async (tx) => {
      await queueMessage(tx, { template: "invitation", to, params: { link, inviter: "Lucía", days: 7 } });
      return refuse({ code: "no" });
    });
    const rows = await world.owner
      .selectFrom("message")
      .where("organization_id", "=", organization.id)
      .selectAll()
      .execute();
    expect(rows).toEqual([]);
  });

  it("is refused for an address that is none", async () => {
    await expect(queued("ana@ejemplo.mx\r\nBcc: x@ejemplo.mx")).rejects.toThrow("to.address email");
  });

  it("belongs to the installation when it is about an account", async () => {
    const ctx = await asMember(world, organization, "owner");
    const to = { address: "ana@ejemplo.mx", name: "Ana", locale: "es-MX" };
    const result = await transaction(ctx, async (tx) => {
      const queuedMail = await queueAccountMessage(tx, {
        template: "reset-password",
        to,
        params: { link, minutes: 60 },
      });
      expect(await tx.db.selectFrom("message").selectAll().execute()).toEqual([]); // back in its own organization
      return ok(queuedMail);
    });
    const row = await rowOf(result.value.messageId);
    expect(row.organization_id).toBe("00000000-0000-7000-8000-000000000000");
    expect(row.html).toContain("Gestión de Eventos");
  });
});

describe("delivery", () => {
  it("sends it once, with the secret link, from the organization, and forgets the link", async () => {
    const id = await queued();
    expect(await deliver(id)).toEqual({ ok: true, value: { state: "sent" } });
    expect(await deliver(id)).toEqual({ ok: true, value: { state: "sent" } });
    expect(server.received).toHaveLength(1);
    const raw = unfold(server.received[0]);
    expect(raw).toContain(`Message-ID: <${organization.id}.${id}@`);
    expect(raw).toContain("https://eventos.example/invitation/secreto-de-ana?x=1&y=2");
    expect(raw).toContain('href="https://eventos.example/invitation/secreto-de-ana?x=1&amp;y=2"');
    expect(raw).not.toContain("link.invalid");
    expect(await rowOf(id)).toMatchObject({
      state: "sent",
      transport: "smtp",
      attempts: 1,
      sealed_link: null,
      last_error: null,
    });
  });

  it("is never done by two workers at once", async () => {
    const id = await queued();
    let resolve = () => {};
    const othersAnswered = new Promise<void>((done) => {
      resolve = done;
    });
    const slow: Mailer = { ...mailer, send: (mail) => othersAnswered.then(() => mailer.send(mail)) };
    const first = deliver(id, slow);
    await expect.poll(async () => (await rowOf(id)).attempts).toBe(1);
    const others = await Promise.all(Array.from({ length: 7 }, () => deliver(id)));
    resolve();
    expect(others).toEqual(
      others.map(() => expect.objectContaining({ refusal: expect.objectContaining({ code: "try_later" }) })),
    );
    expect(await first).toMatchObject({ ok: true, value: { state: "sent" } });
    expect(server.received).toHaveLength(1);
  });

  it("is taken up again, under the same Message-ID, after a worker died in the middle of it", async () => {
    const id = await queued();
    const dying: Mailer = {
      ...mailer,
      send: async (mail) => {
        await mailer.send(mail);
        throw new Error("killed");
      },
    };
    await expect(deliver(id, dying)).rejects.toThrow("killed");
    expect(await deliver(id)).toMatchObject({ ok: false, refusal: { code: "try_later" } });
    expect(await deliver(id, mailer, 6)).toMatchObject({ ok: true, value: { state: "sent" } });
    const ids = server.received.map((mail) => unfold(mail).match(/^Message-ID: (.*)$/m)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("waits when the server says later, and goes out at the next attempt", async () => {
    const id = await queued();
    answers = [{ code: 451, text: "4.7.1 Greylisted" }];
    expect(await deliver(id)).toMatchObject({
      ok: false,
      refusal: { code: "try_later", reason: expect.stringContaining("Greylisted") },
    });
    expect(await rowOf(id)).toMatchObject({ state: "queued", attempts: 1, claimed_until: null });
    expect(await deliver(id)).toMatchObject({ ok: true, value: { state: "sent" } });
  });

  it("records a refusal for good as a bounce, and does not try again", async () => {
    const id = await queued();
    answers = [{ code: 550, text: "5.1.1 No such user" }];
    expect(await deliver(id)).toEqual({ ok: true, value: { state: "bounced" } });
    expect(await rowOf(id)).toMatchObject({ state: "bounced", last_error: expect.stringContaining("No such user") });
    expect(await deliver(id)).toEqual({ ok: true, value: { state: "bounced" } });
    expect(server.received).toHaveLength(0);
  });

  it("gives up after the last attempt, and keeps the link for when a person tries again", async () => {
    const id = await queued();
    await world.owner
      .updateTable("message")
      .set({ attempts: maxAttempts - 1 })
      .where("id", "=", id)
      .execute();
    answers = [{ code: 452, text: "4.2.2 Mailbox full" }];
    expect(await deliver(id)).toEqual({ ok: true, value: { state: "failed" } });
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: "failed", last_error: expect.stringContaining("452") });
    expect(row.sealed_link).not.toBeNull();
  });

  it("gives up a link that was sealed under another secret, and says so", async () => {
    const id = await queued();
    await world.owner
      .updateTable("message")
      .set({ sealed_link: "x".repeat(80) })
      .where("id", "=", id)
      .execute();
    expect(await deliver(id)).toEqual({ ok: true, value: { state: "failed" } });
    expect(await rowOf(id)).toMatchObject({ last_error: expect.stringContaining("NEXTAUTH_SECRET") });
    expect(server.received).toHaveLength(0);
  });

  it("does nothing for a message that is gone, or another organization's", async () => {
    const id = await queued();
    organization = await newOrganization(world);
    expect(await deliver(id)).toEqual({ ok: true, value: { state: "gone" } });
    expect(server.received).toHaveLength(0);
  });

  it("is for jobs only", async () => {
    const owner = await asMember(world, organization, "owner");
    await expect(deliverMessage(owner, { messageId: await queued() }, mailer)).rejects.toThrow("system");
  });
});

async function waitingJobs(ctx: Ctx, messageId: string): Promise<number> {
  return reading(ctx, async (tx) => {
    const { rows } = await sql`select from organization_jobs()
      where task = 'deliver-message' and payload ->> 'messageId' = ${messageId}`.execute(tx.db);
    return rows.length;
  });
}

/** The mail with its long lines joined and its quoted-printable undone. */
function unfold(mail: Received | undefined): string {
  return (mail?.raw ?? "")
    .replace(/\r\n[ \t]+/g, " ")
    .replace(/=\r\n/g, "")
    .replace(/=3D/g, "=");
}
