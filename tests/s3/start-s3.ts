import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const credentials = { accessKeyId: "AKIAPRUEBA", secretAccessKey: "una-clave-solo-de-las-pruebas" };

type Stored = { bytes: Buffer; mediaType: string };

/** A server that speaks as much of S3's HTTP as the product uses: PUT, GET with ranges, HEAD, DELETE, errors in XML. */
export async function startS3(bucket = "archivos") {
  const objects = new Map<string, Stored>();
  const failures: number[] = [];
  let requests = 0;
  const server = createServer(async (request, response) => {
    requests++;
    const failure = failures.shift();
    if (failure === -1) return request.socket.destroy();
    const bytes = await read(request);
    if (failure !== undefined) return answerError(response, failure, failure === 503 ? "SlowDown" : "InternalError");
    const signature = request.headers.authorization ?? "";
    if (!signature.startsWith(`AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/`))
      return answerError(response, 403, "AccessDenied");
    if (!/Signature=[0-9a-f]{64}$/.test(signature)) return answerError(response, 403, "SignatureDoesNotMatch");
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://s3").pathname);
    if (!path.startsWith(`/${bucket}/`)) return answerError(response, 404, "NoSuchBucket");
    answer(objects, path.slice(bucket.length + 2), request, bytes, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      kind: "s3" as const,
      endpoint: `http://127.0.0.1:${port}`,
      bucket,
      region: "us-east-1",
      ...credentials,
    },
    objects,
    requests: () => requests,
    /** The next requests get these answers; -1 cuts the connection. */
    failNext: (...statuses: number[]) => failures.push(...statuses),
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(
  objects: Map<string, Stored>,
  key: string,
  request: IncomingMessage,
  bytes: Buffer,
  response: ServerResponse,
): void {
  const object = objects.get(key);
  if (request.method === "PUT") {
    const isWhole = bytes.length === Number(request.headers["content-length"]);
    if (isWhole) objects.set(key, { bytes, mediaType: request.headers["content-type"] ?? "" });
    if (isWhole) response.writeHead(200, { etag: '"x"' }).end();
    else answerError(response, 400, "IncompleteBody");
  } else if (request.method === "DELETE") {
    objects.delete(key);
    response.writeHead(204).end();
  } else if (object) answerObject(object, request, response);
  else answerError(response, 404, "NoSuchKey");
}

function answerObject({ bytes, mediaType }: Stored, request: IncomingMessage, response: ServerResponse): void {
  const [, start, end] = request.headers.range?.match(/^bytes=(\d+)-(\d+)$/) ?? [];
  const part = start === undefined ? bytes : bytes.subarray(Number(start), Number(end) + 1);
  response.writeHead(start === undefined ? 200 : 206, { "content-type": mediaType, "content-length": part.length });
  response.end(request.method === "HEAD" ? undefined : part);
}

function answerError(response: ServerResponse, status: number, code: string): void {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  response.writeHead(status, { "content-type": "application/xml" }).end(xml);
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
