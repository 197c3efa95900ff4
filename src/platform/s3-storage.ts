import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { NotFound, Unavailable } from "@/kernel/errors";
import type { Storage } from "./config-outside";
import type { Content, FileStorage } from "./file-storage";
import { checkKey } from "./storage-key";

type S3Settings = Extract<Storage, { kind: "s3" }>;

/** Objects in a bucket of anything that speaks S3. An endpoint of one's own is addressed by path, as MinIO and Garage want. */
export function s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): FileStorage {
  const client = new S3Client({
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Not everything that speaks S3 knows the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000 },
    logger: quiet,
    maxAttempts: 1, // a stream cannot be sent twice, so `patiently` opens it anew
  });
  const at = (key: string) => {
    checkKey(key);
    return { Bucket: bucket, Key: key };
  };
  return {
    async put(key, content, mediaType) {
      const place = at(key);
      const length = "file" in content ? content.byteSize : content.byteLength;
      const put = () =>
        client.send(
          new PutObjectCommand({ ...place, Body: bodyOf(content), ContentLength: length, ContentType: mediaType }),
        );
      await patiently(put);
    },
    async get(key, range) {
      const wanted = { ...at(key), Range: range && `bytes=${range.start}-${range.end}` };
      const found = await patiently(() => client.send(new GetObjectCommand(wanted)));
      if (!(found.Body instanceof Readable)) throw new Unavailable("S3");
      return found.Body;
    },
    async delete(key) {
      const place = at(key);
      await patiently(() => client.send(new DeleteObjectCommand(place))).catch(unlessMissing);
    },
    async exists(key) {
      const place = at(key);
      return patiently(() => client.send(new HeadObjectCommand(place))).then(() => true, unlessMissing);
    },
  };
}

// What goes wrong is thrown, and logged once by whoever called.
const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

function bodyOf(content: Content): Readable | Uint8Array {
  return "file" in content ? createReadStream(content.file) : content;
}

/** Three attempts, a little further apart each time; what is missing or forbidden is said at once. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
      if (status === 404) throw new NotFound("stored file");
      const isTransient = status === 0 || status === 429 || status >= 500;
      if (!isTransient) throw error;
      if (tried === 3) throw Object.assign(new Unavailable("S3"), { cause: error });
      await sleep(100 * 4 ** tried * Math.random());
    }
  }
}

function unlessMissing(error: unknown): false {
  if (error instanceof NotFound) return false;
  throw error;
}
