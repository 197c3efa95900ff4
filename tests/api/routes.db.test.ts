import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { newOrganization, openWorld } from "#tests/factories/world";
import { keyPrefix } from "@/features/api-keys/rules";
import { type Permission, permissionNames } from "@/features/identity/permissions";
import { newId } from "@/kernel/id";
import { hashSecret, newSecret } from "@/kernel/secret";
import { openApiDocument } from "@/web/api/openapi";
import { placed, type RouteOnDisk, routesOnDisk } from "../../bin/routes-on-disk";
import packageJson from "../../package.json" with { type: "json" };
import { serveFrom } from "../factories/serve";

const world = openWorld();
const routes = await routesOnDisk(new URL("../../src/app/api/v1", import.meta.url).pathname);
const named = routes.map((route) => [`${route.method} ${route.path}`, route] as const);

beforeAll(() => serveFrom(world));

describe("the routes on disk", () => {
  it("are there", () => expect(routes.length).toBeGreaterThan(5));

  it("are those of the OpenAPI document (npm run api:generate)", async () => {
    const written = JSON.parse(await readFile(new URL("../../src/web/api/openapi.json", import.meta.url), "utf8"));
    expect(written).toEqual(JSON.parse(JSON.stringify(openApiDocument(placed(routes), packageJson.version))));
  });

  it("have names of their own", () => {
    const names = routes.map((route) => route.handler.endpoint.operation);
    expect(names).toEqual([...new Set(names)]);
  });

  it("document every field of their input", () => {
    const documented = JSON.stringify(openApiDocument(placed(routes), "0"));
    for (const { handler } of routes) {
      for (const field of Object.keys(handler.endpoint.input.shape)) expect(documented).toContain(`"${field}"`);
    }
  });
});

describe.each(named)("%s", (_name, route) => {
  it("answers 401 without a key, and says how to send one", async () => {
    const response = await call(route, null);
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toContain("Bearer");
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "unauthenticated", status: 401 });
  });

  it("answers 401 to a key that is unknown", async () => {
    expect((await call(route, newSecret(keyPrefix))).status).toBe(401);
  });

  it("answers 403 to a key with every scope but its own", async () => {
    const key = await newKey(permissionNames.filter((name) => name !== route.handler.endpoint.scope));
    const response = await call(route, key);
    expect(await response.json()).toMatchObject({ status: 403, code: "forbidden" });
  });

  it("goes past the permission with its own scope, and counts the request", async () => {
    const response = await call(route, await newKey([route.handler.endpoint.scope]));
    expect([200, 201, 404, 409, 422]).toContain(response.status);
    expect(response.headers.get("ratelimit")).toMatch(/^"default";r=\d+;t=\d+$/);
    expect(response.headers.get("x-request-id")).toBeTruthy();
  });

  it("refuses hostile input without a bug of ours", async () => {
    const hostile = "'; drop table member; --<script>\u0000\u202e";
    const fields = Object.fromEntries(Object.keys(route.handler.endpoint.input.shape).map((name) => [name, hostile]));
    const response = await call(route, await newKey([route.handler.endpoint.scope]), fields);
    expect(response.status).toBeLessThan(500);
  });
});

async function newKey(scopes: Permission[]): Promise<string> {
  const organization = await newOrganization(world);
  const secret = newSecret(keyPrefix);
  await world.owner
    .insertInto("api_key")
    .values({
      organization_id: organization.id,
      id: newId(),
      name: "Prueba",
      prefix: secret.slice(0, 8),
      key_hash: hashSecret(secret),
      scopes,
      created_by: organization.ownerMemberId,
    })
    .execute();
  return secret;
}

/** Calls the handler as Next does. Path parameters are ids of nothing; `fields` go where the method has them. */
function call(route: RouteOnDisk, key: string | null, fields: Record<string, string> = {}): Promise<Response> {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => [match[1] ?? "", newId()]);
  const asQuery = route.method === "GET" || route.method === "DELETE";
  const query = asQuery ? `?${new URLSearchParams(fields)}` : "";
  const headers = { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) };
  const request = new Request(`http://localhost/api/v1${route.path}${query}`, {
    method: route.method,
    headers: { ...headers, "x-gestion-peer": `2001:db8::${Math.floor(Math.random() * 9999)}` },
    ...(asQuery ? {} : { body: JSON.stringify(fields) }),
  });
  return route.handler(request, { params: Promise.resolve(Object.fromEntries(inPath)) });
}
