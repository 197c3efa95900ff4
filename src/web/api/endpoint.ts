import type { z } from "zod";
import type { Permission } from "@/features/identity/permissions";
import type { Refusal, Result } from "@/kernel/result";
import type { Ctx } from "@/platform/transaction";

type Described<S extends z.ZodObject, O extends z.ZodType, V> = {
  /** operationId of the OpenAPI document, camelCase and unique. */
  operation: string;
  /** One line of English for the documentation. */
  summary: string;
  /** The group in the documentation: a noun of the dictionary. */
  tag: string;
  /** The scope that a key needs: the permission that the verb or query itself asks for. */
  scope: Permission;
  /** Path parameters, query parameters (GET, DELETE) or JSON body (others), in one object. */
  input: S;
  /** The public JSON. What `present` gives is parsed with it, so a column can never slip out. */
  output: O;
  present: (value: V) => z.input<O>;
};

/** A route that changes something: a verb with its refusals, each with a line of documentation. */
export type WriteEndpoint<S extends z.ZodObject, O extends z.ZodType, V, R extends Refusal> = Described<S, O, V> & {
  verb: (ctx: Ctx, input: z.output<S>) => Promise<Result<V, R>>;
  refusals: Record<R["code"], string>;
  status?: 200 | 201 | 202;
};

/** A route that reads. */
export type ReadEndpoint<S extends z.ZodObject, O extends z.ZodType, V> = Described<S, O, V> & {
  query: (ctx: Ctx, input: z.output<S>) => Promise<V>;
};

/** What the OpenAPI document and the tests need to know of any endpoint. */
export type AnyEndpoint = {
  operation: string;
  summary: string;
  tag: string;
  scope: Permission;
  input: z.ZodObject;
  output: z.ZodType;
  refusals?: Record<string, string>;
  status?: number;
};

export type RouteHandler = {
  (request: Request, route: { params: Promise<Record<string, string>> }): Promise<Response>;
  endpoint: AnyEndpoint;
};
