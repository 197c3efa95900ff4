import { beforeEach, describe, expect, it } from "vitest";
import { asGuest, asMember, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { exchangeBounce, postfixBounce, postfixDelay } from "#tests/smtp/bounces";
import { newId } from "@/kernel/id";
import { ok } from "@/kernel/result";
import { config } from "@/platform/config";
import { transaction } from "@/platform/transaction";
import { queueMessage } from "./queue-message";
import { recordBounce } from "./record-bounce";
import { retryMessage } from "./retry-message";
import { messageIdHeader } from "./rules";

const world = openWorld();
const token = config().bounceToken ?? "";
let organization: Organization;
beforeEach(async () => {
  organization = await newOrganization(world);
});

/** A message without a secret link, as it stands after it was sent. */
async function sentMessage(): Promise<string> {
  const ctx = await asMember(world, organization, "owner");
  const result = await transaction(ctx, async (tx) =>
    ok(
      await queueMessage(tx, {
        template: "export-ready",
        to: { address: "nadie@ejemplo.mx", name: null, locale: "es-MX" },
        params: { link: "https://eventos.example/x", days: 7 },
      }),
    ),
  );
  const { messageId } = result.value;
  await world.owner.updateTable("message").set({ state: "sent" }).where("id", "=", messageId).execute();
  return messageId;
}

const header = (messageId: string) => messageIdHeader(organization.id, messageId, "eventos.example");
const stateOf = async (id: string) =>
  world.owner
    .selectFrom("message")
    .select(["state", "last_error", "bounced_at"])
    .where("id", "=", id)
    .executeTakeFirst();

describe("a report of a mail that came back", () => {
  it("marks its message, with the reason, and says so in the trail", async () => {
    const id = await sentMessage();
    const answer = await recordBounce(asGuest(world), { report: postfixBounce(header(id)), token });
    expect(answer).toEqual({ ok: true, value: { bounced: true } });
    expect(await stateOf(id)).toMatchObject({
      state: "bounced",
      last_error: expect.stringMatching(/^5\.1\.1 550 5\.1\.1 <nadie@ejemplo\.mx>: Recipient address rejected/),
      bounced_at: expect.any(Date),
    });
    const trail = await world.owner.selectFrom("audit_entry").selectAll().where("subject_id", "=", id).execute();
    expect(trail).toMatchObject([
      { action: "message.bounced", actor_kind: "webhook", actor_name: "smtp", organization_id: organization.id },
    ]);
  });

  it("does so once", async () => {
    const id = await sentMessage();
    const report = exchangeBounce(header(id));
    expect(await recordBounce(asGuest(world), { report, token })).toMatchObject({ ok: true });
    expect(await recordBounce(asGuest(world), { report, token })).toEqual({ ok: false, refusal: { code: "not_ours" } });
  });

  it("changes nothing while it is only late", async () => {
    const id = await sentMessage();
    expect(await recordBounce(asGuest(world), { report: postfixDelay(header(id)), token })).toEqual({
      ok: true,
      value: { bounced: false },
    });
    expect(await stateOf(id)).toMatchObject({ state: "sent" });
  });

  it("is refused with a wrong token, when it is no report, and when it is about nobody's mail", async () => {
    const id = await sentMessage();
    const report = postfixBounce(header(id));
    const guest = asGuest(world);
    expect(await recordBounce(guest, { report, token: "x" })).toEqual({ ok: false, refusal: { code: "not_allowed" } });
    expect(await recordBounce(guest, { report: "hola", token })).toEqual({
      ok: false,
      refusal: { code: "not_a_report" },
    });
    expect(await recordBounce(guest, { report: postfixBounce("<x@gmail.com>"), token })).toEqual({
      ok: false,
      refusal: { code: "not_ours" },
    });
    const elsewhere = messageIdHeader(newId(), id, "eventos.example");
    expect(await recordBounce(guest, { report: postfixBounce(elsewhere), token })).toEqual({
      ok: false,
      refusal: { code: "not_ours" },
    });
    expect(await stateOf(id)).toMatchObject({ state: "sent" });
  });
});

describe("sending a message again", () => {
  it("puts a bounced one back in the queue with all its attempts, and says so in the trail", async () => {
    const id = await sentMessage();
    await recordBounce(asGuest(world), { report: postfixBounce(header(id)), token });
    const admin = await asMember(world, organization, "admin");
    expect(await retryMessage(admin, { messageId: id })).toEqual({ ok: true, value: { messageId: id } });
    expect(await stateOf(id)).toMatchObject({ state: "queued", bounced_at: null });
    expect(await retryMessage(admin, { messageId: id })).toEqual({ ok: false, refusal: { code: "not_failed" } });
    const actions = await world.owner
      .selectFrom("audit_entry")
      .select("action")
      .where("subject_id", "=", id)
      .orderBy("id")
      .execute();
    expect(actions.map(({ action }) => action)).toEqual(["message.bounced", "message.retried"]);
  });

  it("is refused when its secret link is forgotten", async () => {
    const id = await sentMessage();
    const body = "https://link.invalid/secret";
    await world.owner.updateTable("message").set({ state: "bounced", body }).where("id", "=", id).execute();
    const admin = await asMember(world, organization, "admin");
    expect(await retryMessage(admin, { messageId: id })).toEqual({ ok: false, refusal: { code: "link_gone" } });
  });

  it("is not for every role, nor for another organization", async () => {
    const id = await sentMessage();
    await expect(retryMessage(await asMember(world, organization, "sales"), { messageId: id })).rejects.toThrow(
      "message.retry",
    );
    const other = await asMember(world, await newOrganization(world), "owner");
    await expect(retryMessage(other, { messageId: id })).rejects.toThrow("not found");
  });
});
