import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { serveFrom } from "#tests/factories/serve";
import { newOrganization, openWorld } from "#tests/factories/world";
import { keyPrefix } from "@/features/api-keys/rules";
import { authorize } from "@/features/identity/authorize";
import { newId } from "@/kernel/id";
import { ok, type Result, refuse } from "@/kernel/result";
import { hashSecret, newSecret } from "@/kernel/secret";
import { type Ctx, transaction } from "@/platform/transaction";
import { readRoute, route } from "./route";

const world = openWorld();
let key: string;
let calls = 0;

const input = z.object({ name: z.string().min(1), times: z.coerce.number().optional() });
type Input = z.output<typeof input>;

/** A verb of the test's own: refuses, fails or writes, as its input says. */
async function greet(
  ctx: Ctx,
  { name }: Input,
): Promise<Result<{ greeting: string; secret: string }, { code: "unwelcome"; name: string }>> {
  authorize(ctx, "member.invite");
  return transaction(ctx, async () => {
    calls++;
    if (name === "bug") throw new Error("the database password is hunter2");
    if (name === "stranger") return refuse({ code: "unwelcome", name });
    return ok({ greeting: `Hola ${name}`, secret: "not for the public" });
  });
}

const POST = route({
  operation: "greet",
  summary: "Greets",
  tag: "test",
  scope: "member.invite",
  input,
  verb: greet,
  refusals: { unwelcome: "Strangers are not greeted" },
  status: 201,
  output: z.object({ greeting: z.string() }),
  present: (value) => value,
});

const GET = readRoute({
  operation: "readGreeting",
  summary: "Reads",
  tag: "test",
  scope: "member.read",
  input,
  query: async (ctx, { name, times }) => {
    authorize(ctx, "member.read");
    return { text: name.repeat(times ?? 1) };
  },
  output: z.object({ text: z.string() }),
  present: (value) => value,
});

beforeAll(async () => {
  serveFrom(world);
  const organization = await newOrganization(world);
  key = newSecret(keyPrefix);
  const row = {
    id: newId(),
    name: "Prueba",
    prefix: "gek_",
    key_hash: hashSecret(key),
    scopes: ["member.invite", "member.read"],
  };
  await world.owner
    .insertInto("api_key")
    .values({ ...row, organization_id: organization.id, created_by: organization.ownerMemberId })
    .execute();
});

describe("a route that changes something", () => {
  it("presents the value, and nothing that the presentation does not name", async () => {
    const response = await post({ name: "Ana" });
    expect([response.status, await response.json()]).toEqual([201, { greeting: "Hola Ana" }]);
  });

  it("answers a refusal as a problem with its code and what else it says", async () => {
    const response = await post({ name: "stranger" });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      status: 409,
      code: "unwelcome",
      name: "stranger",
      title: "Conflict",
    });
  });

  it("answers a bug without telling anything of it but the request's id", async () => {
    const response = await post({ name: "bug" });
    const problem = await response.json();
    expect(problem).toMatchObject({
      status: 500,
      code: "internal_error",
      requestId: response.headers.get("x-request-id"),
    });
    expect(JSON.stringify(problem)).not.toContain("hunter2");
  });

  it.each([
    ["not JSON", "{", "application/json", 400, "malformed_json"],
    ["a list", "[]", "application/json", 400, "malformed_json"],
    ["a form", "name=Ana", "application/x-www-form-urlencoded", 415, "unsupported_media_type"],
    ["nothing", "", "application/json", 422, "invalid_input"],
    ["too much", JSON.stringify({ name: "x".repeat(1_100_000) }), "application/json", 413, "too_large"],
  ])("refuses %s", async (_, body, type, status, code) => {
    const response = await POST(request("POST", "", { body, headers: { "content-type": type } }), none);
    expect(await response.json()).toMatchObject({ status, code });
  });

  it("is carried out once per Idempotency-Key", async () => {
    const before = calls;
    const again = { "idempotency-key": newId() };
    const answers = [await post({ name: "Eva" }, again), await post({ name: "Eva" }, again)];
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
      { greeting: "Hola Eva" },
      { greeting: "Hola Eva" },
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(calls).toBe(before + 1);
  });

  it("refuses the same key with another body", async () => {
    const again = { "idempotency-key": newId() };
    await post({ name: "Eva" }, again);
    expect(await (await post({ name: "Otra" }, again)).json()).toMatchObject({ status: 409, code: "conflict" });
  });
});

describe("a route that reads", () => {
  it("takes its input from the query", async () => {
    const response = await GET(request("GET", "?name=ab&times=2"), none);
    expect(await response.json()).toEqual({ text: "abab" });
  });

  it("refuses a parameter that comes twice", async () => {
    const response = await GET(request("GET", "?name=a&name=b"), none);
    expect(await response.json()).toMatchObject({ status: 422, issues: [{ path: "name", code: "invalid" }] });
  });

  it("says when there were too many, and when to come back", async () => {
    const strangers = Array.from({ length: 61 }, () => GET(request("GET", "?name=a", { key: null }), none));
    const last = (await Promise.all(strangers)).find((response) => response.status === 429);
    expect(last?.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await last?.json()).toMatchObject({ code: "too_many_requests" });
  });
});

const none = { params: Promise.resolve({}) };

function post(body: object, headers: Record<string, string> = {}): Promise<Response> {
  const json = { "content-type": "application/json", ...headers };
  return POST(request("POST", "", { body: JSON.stringify(body), headers: json }), none);
}

function request(
  method: string,
  query: string,
  init: { body?: string; headers?: Record<string, string>; key?: null } = {},
) {
  const credentials: Record<string, string> = init.key === null ? {} : { authorization: `Bearer ${key}` };
  const headers = { "x-gestion-peer": "2001:db8::61", ...credentials, ...init.headers };
  return new Request(`http://localhost/api/v1/greetings${query}`, { method, headers, body: init.body });
}
