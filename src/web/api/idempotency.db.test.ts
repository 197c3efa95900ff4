import { beforeAll, describe, expect, it } from "vitest";
import { asApiKey, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { newId } from "@/kernel/id";
import type { Tx } from "@/platform/transaction";
import { onlyOnce } from "./idempotency";

const world = openWorld();
let organization: Organization;
let ctx: ReturnType<typeof asApiKey>;

beforeAll(async () => {
  organization = await newOrganization(world);
  ctx = asApiKey(world, organization);
});

describe("a request with an idempotency key", () => {
  it("is carried out once; a repeat gives the first answer", async () => {
    const request = post({ name: "Uno" });
    const first = await onlyOnce(ctx, request, deed("first"));
    const second = await onlyOnce(ctx, request, deed("second"));
    expect(second).toEqual(first);
    expect(await deeds()).toEqual(["first"]);
  });

  it("gives a refusal again too, without asking anew", async () => {
    const request = post({ name: "Dos" });
    const refused = async () => ({ status: 409, body: { code: "space_taken" } });
    await onlyOnce(ctx, request, refused);
    expect(await onlyOnce(ctx, request, deed("after the refusal"))).toEqual({
      status: 409,
      body: { code: "space_taken" },
    });
    expect(await deeds()).not.toContain("after the refusal");
  });

  it("is refused when the same key comes with another body", async () => {
    const request = post({ name: "Tres" });
    await onlyOnce(ctx, request, deed("three"));
    const other = onlyOnce(ctx, { ...request, input: { name: "Otro" } }, deed("other"));
    await expect(other).rejects.toMatchObject({ code: "conflict", reason: "idempotency_key_reused" });
  });

  it("is carried out once when twenty arrive at once", async () => {
    const request = post({ name: "Veinte" });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => onlyOnce(ctx, request, deed(`many ${n}`))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await deeds()).filter((name) => name.startsWith("many"))).toHaveLength(1);
  });

  it("is free again when the deed failed: nothing was done", async () => {
    const request = post({ name: "Falla" });
    const broken = onlyOnce(ctx, request, async () => Promise.reject(new Error("cut")));
    await expect(broken).rejects.toThrow("cut");
    expect(await onlyOnce(ctx, request, deed("after the failure"))).toMatchObject({ status: 201 });
  });

  it("does not meet the same key of another caller", async () => {
    const request = post({ name: "Propio" });
    await onlyOnce(ctx, request, deed("mine"));
    await onlyOnce(asApiKey(world, organization), request, deed("theirs"));
    expect(await deeds()).toEqual(expect.arrayContaining(["mine", "theirs"]));
  });

  it.each(["", "with space", "ñ", "x".repeat(256)])("refuses the key %j", async (key) => {
    await expect(onlyOnce(ctx, { ...post({}), key }, deed("never"))).rejects.toMatchObject({ code: "invalid_input" });
  });
});

function post(input: object) {
  return { key: newId(), method: "POST", path: "/api/v1/things", input };
}

/** Writes a row, so that it shows how often it was carried out. */
function deed(name: string) {
  return async (tx: Tx) => {
    const id = newId();
    await tx.db
      .insertInto("invitation")
      .values({
        organization_id: organization.id,
        id,
        email: `${id}@ejemplo.mx`,
        roles: ["viewer"],
        token_hash: `${name}|${id}`,
        expires_at: new Date(0),
      })
      .execute();
    return { status: 201, body: { id } };
  };
}

async function deeds(): Promise<string[]> {
  const rows = await world.owner
    .selectFrom("invitation")
    .select("token_hash")
    .where("organization_id", "=", organization.id)
    .execute();
  return rows.map((row) => row.token_hash.split("|")[0] ?? "");
}
