import { z } from "zod";
import type { AnyEndpoint } from "./endpoint";

/** An endpoint with where it is: `path` as in OpenAPI, such as /events/{id}. */
export type PlacedEndpoint = {
  path: string;
  method: "get" | "post" | "put" | "patch" | "delete";
  endpoint: AnyEndpoint;
};

/** The OpenAPI 3.1 document of /api/v1, made of the schemas that the routes parse and present with. */
export function openApiDocument(placed: readonly PlacedEndpoint[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method, endpoint } of placed) {
    paths[path] = { ...paths[path], [method]: operationOf(path, method, endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Gestión de Eventos API",
      version,
      description:
        "Every request carries an API key: `Authorization: Bearer …`. Errors are RFC 9457 problems with a stable `code`. " +
        "Lists answer `items` and `nextCursor`; send it back as `cursor` for the next page. " +
        "A POST may carry an `Idempotency-Key`: a repeat gives the first answer, another body under the same key is refused.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ apiKey: [] }],
    tags: [...new Set(placed.map(({ endpoint }) => endpoint.tag))].sort().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { apiKey: { type: "http", scheme: "bearer" } },
      schemas: { Problem: problemSchema },
    },
  };
}

function operationOf(path: string, method: string, endpoint: AnyEndpoint) {
  const { properties = {}, required = [], ...rest } = jsonSchema(endpoint.input, "input");
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const others = Object.keys(properties).filter((name) => !inPath.includes(name));
  const asQuery = method === "get" || method === "delete";
  const parameter = (name: string, place: "path" | "query") => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: properties[name] ?? { type: "string" },
  });
  const header = { name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 255 } };
  const body = {
    ...rest,
    properties: pick(properties, others),
    required: required.filter((name) => others.includes(name)),
  };
  return {
    operationId: endpoint.operation,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    "x-scope": endpoint.scope,
    parameters: [
      ...inPath.map((name) => parameter(name, "path")),
      ...(asQuery ? others.map((name) => parameter(name, "query")) : []),
      ...(method === "post" ? [header] : []),
    ],
    ...(!asQuery && others.length > 0
      ? { requestBody: { required: body.required.length > 0, content: { "application/json": { schema: body } } } }
      : {}),
    responses: responsesOf(endpoint),
  };
}

function responsesOf(endpoint: AnyEndpoint) {
  const refusals = Object.entries(endpoint.refusals ?? {}).map(([code, text]) => `\`${code}\`: ${text}`);
  return {
    [endpoint.status ?? 200]: {
      description: "Done",
      content: { "application/json": { schema: jsonSchema(endpoint.output, "output") } },
    },
    ...(refusals.length > 0 ? { 409: problemResponse(`Refused. ${refusals.join("; ")}`) } : {}),
    401: problemResponse("No API key, or one that is unknown, revoked or expired"),
    403: problemResponse(`The key lacks the scope \`${endpoint.scope}\``),
    404: problemResponse("No such thing in this organization"),
    422: problemResponse("Invalid input; `issues` names each field"),
    429: problemResponse("Too many requests; see `Retry-After`"),
  };
}

function problemResponse(description: string) {
  return { description, content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } };
}

type JsonSchema = { properties?: Record<string, unknown>; required?: string[] };

function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" });
  return rest as JsonSchema;
}

function pick(properties: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, properties[name]]));
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", description: "Stable; switch on this" },
    detail: { type: "string" },
    requestId: { type: "string" },
    issues: {
      type: "array",
      items: { type: "object", properties: { path: { type: "string" }, code: { type: "string" } } },
    },
  },
};
