import type { z } from "zod";
import { actorOfApiKey } from "@/features/api-keys/queries";
import { authorize } from "@/features/identity/authorize";
import type { ApiKeyActor, Origin } from "@/kernel/actor";
import { TooManyRequests, Unauthenticated } from "@/kernel/errors";
import type { Refusal } from "@/kernel/result";
import { systemNow } from "@/kernel/time";
import { appDb } from "@/platform/db";
import { addLogContext } from "@/platform/logger";
import { type LimitAnswer, limit } from "@/platform/rate-limit";
import type { Ctx } from "@/platform/transaction";
import type { ReadEndpoint, RouteHandler, WriteEndpoint } from "./api/endpoint";
import { type Answer, onlyOnce } from "./api/idempotency";
import { type Problem, problemOf, problemOfRefusal } from "./api/problem";
import { requestInput } from "./api/request-input";
import { parseInput } from "./input";
import { originOf } from "./request-origin";

/** Requests per minute that one API key may make, and one address without a good key. */
const perKey = 600;
const perAddress = 60;

type KeyCtx = Ctx & { actor: ApiKeyActor };

/**
 * Makes a route of /api/v1 that changes something: finds the key, counts the request, parses, calls the verb once per
 * `Idempotency-Key`, and presents its value. Refusals answer 409 with their code as RFC 9457 problems.
 */
export function route<S extends z.ZodObject, O extends z.ZodType, V, R extends Refusal>(
  endpoint: WriteEndpoint<S, O, V, R>,
): RouteHandler {
  const carryOut = async (ctx: Ctx, input: z.output<S>): Promise<Answer> => {
    const result = await endpoint.verb(ctx, input);
    if (!result.ok) return problemAnswer(problemOfRefusal(result.refusal));
    return { status: endpoint.status ?? 200, body: endpoint.output.parse(endpoint.present(result.value)) };
  };
  return handler(endpoint, async (ctx, request, params) => {
    const raw = await requestInput(request, params);
    const input = parseInput(endpoint.input, raw);
    const key = request.method === "POST" ? request.headers.get("idempotency-key") : null;
    if (key === null) return carryOut(ctx, input);
    const { pathname } = new URL(request.url);
    return onlyOnce(ctx, { key, method: request.method, path: pathname, input: raw }, (tx) => carryOut(tx, input));
  });
}

/** Makes a route of /api/v1 that reads: as `route`, for a query. */
export function readRoute<S extends z.ZodObject, O extends z.ZodType, V>(
  endpoint: ReadEndpoint<S, O, V>,
): RouteHandler {
  return handler(endpoint, async (ctx, request, params) => {
    const input = parseInput(endpoint.input, await requestInput(request, params));
    return { status: 200, body: endpoint.output.parse(endpoint.present(await endpoint.query(ctx, input))) };
  });
}

function handler(
  endpoint: RouteHandler["endpoint"],
  answer: (ctx: KeyCtx, request: Request, params: Record<string, string>) => Promise<Answer>,
): RouteHandler {
  const handle = async (request: Request, { params }: { params: Promise<Record<string, string>> }) => {
    const origin = originOf(request.headers);
    const headers = new Headers({ "x-request-id": origin.requestId, "cache-control": "no-store" });
    try {
      const ctx = await authenticate(request, origin, headers);
      authorize(ctx, endpoint.scope); // before the input is looked at; the verb asks again
      const { status, body } = await answer(ctx, request, await params);
      return json(status, body, headers);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 401) headers.set("www-authenticate", 'Bearer realm="api"');
      if (problem.status === 503) headers.set("retry-after", "5");
      return json(problem.status, { ...problem, requestId: origin.requestId }, headers);
    }
  };
  return Object.assign(handle, { endpoint });
}

async function authenticate(request: Request, origin: Origin, headers: Headers): Promise<KeyCtx> {
  const ctx: Ctx = { db: appDb(), actor: { kind: "guest" }, now: systemNow(), origin };
  const bearer = /^Bearer +([\x21-\x7e]{20,200})$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  const actor = bearer ? await actorOfApiKey(ctx, bearer) : null;
  const rate = actor
    ? { limit: perKey, windowSeconds: 60, now: ctx.now }
    : { limit: perAddress, windowSeconds: 60, now: ctx.now };
  tellRate(
    headers,
    rate.windowSeconds,
    await limit(actor ? "api-key" : "api-address", actor?.apiKeyId ?? origin.ip ?? "unknown", rate),
  );
  if (!actor) throw new Unauthenticated();
  addLogContext({ organizationId: actor.organizationId });
  return { ...ctx, actor };
}

/** Source of the headers: draft-ietf-httpapi-ratelimit-headers, and Retry-After of RFC 9110. */
function tellRate(headers: Headers, windowSeconds: number, rate: LimitAnswer): void {
  headers.set("ratelimit-policy", `"default";q=${rate.limit};w=${windowSeconds}`);
  headers.set("ratelimit", `"default";r=${rate.remaining};t=${rate.resetSeconds}`);
  if (rate.allowed) return;
  headers.set("retry-after", String(rate.resetSeconds));
  throw new TooManyRequests(rate.resetSeconds);
}

function problemAnswer(problem: Problem): Answer {
  return { status: problem.status, body: problem };
}

function json(status: number, body: unknown, headers: Headers): Response {
  headers.set("content-type", status >= 400 ? "application/problem+json" : "application/json");
  return new Response(JSON.stringify(body), { status, headers });
}
