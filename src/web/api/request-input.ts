import { InvalidInput, KnownError } from "@/kernel/errors";

const largestBody = 1024 * 1024;

/** The body is larger than one mebibyte. */
class TooLarge extends KnownError {
  readonly code = "too_large";
  readonly status = 413;
}

/** The body is not JSON by its Content-Type. */
class NotJson extends KnownError {
  readonly code = "unsupported_media_type";
  readonly status = 415;
}

/** The body says that it is JSON and cannot be read as such. */
class MalformedJson extends KnownError {
  readonly code = "malformed_json";
  readonly status = 400;
}

/** The client went away before the whole body had come; nothing was done. */
class CutOff extends KnownError {
  readonly code = "body_cut_off";
  readonly status = 400;
}

/** Path parameters with the query (GET, DELETE) or the JSON body; a name given twice is refused, the path wins. */
export async function requestInput(request: Request, params: Record<string, string>): Promise<Record<string, unknown>> {
  const rest = request.method === "GET" || request.method === "DELETE" ? fromQuery(request) : await fromBody(request);
  return { ...rest, ...params };
}

function fromQuery(request: Request): Record<string, unknown> {
  const query = new URL(request.url).searchParams;
  const fields: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    if (values.length > 1) throw new InvalidInput([{ path: name, code: "invalid" }]);
    fields[name] = values[0];
  }
  return fields;
}

async function fromBody(request: Request): Promise<Record<string, unknown>> {
  const text = await limitedText(request);
  if (text === "") return {};
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    throw new NotJson("Send application/json");
  const body = parse(text);
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new MalformedJson("Send a JSON object");
  return { ...body };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedJson("The body is not valid JSON");
  }
}

async function limitedText(request: Request): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > largestBody) throw new TooLarge("At most 1 MiB");
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > largestBody) throw new TooLarge("At most 1 MiB");
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    throw new CutOff("The connection ended in the middle of the body");
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
