import document from "./openapi.json";

/** A parameter, property or answer as the generated document describes it: the part of JSON Schema that we show. */
export type ShownSchema = {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  properties?: Record<string, ShownSchema>;
  required?: string[];
  items?: ShownSchema;
  anyOf?: ShownSchema[];
};

export type ShownOperation = {
  operationId: string;
  summary: string;
  tags: string[];
  "x-scope": string;
  parameters: { name: string; in: string; required: boolean; schema: ShownSchema }[];
  requestBody?: { content: { "application/json": { schema: ShownSchema } } };
  responses: Record<string, { description: string; content?: Record<string, { schema: ShownSchema }> }>;
};

type Document = Omit<typeof document, "paths"> & { paths: Record<string, Record<string, ShownOperation>> };

/** The OpenAPI document that is served and shown: generated from the routes, and compared with them by a test. */
export const openApi = document as unknown as Document;
