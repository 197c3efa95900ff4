export type Sending = { done: Promise<unknown>; stop: () => void };

/** The address did not take the file, and said why. */
export class FileRefused extends Error {}

/**
 * Posts one file as multipart field `file` and tells how far it is, 0 to 1. `fetch` cannot tell that yet, so this is
 * XMLHttpRequest. Resolves with the JSON of the answer; rejects on any status of 400 or more, with `FileRefused` when the
 * answer says why in its `message`, and on a lost connection.
 */
export function sendFile(url: string, file: File, onProgress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<unknown>((resolve, reject) => {
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => (request.status < 400 ? resolve(request.response) : reject(reasonOf(request)));
    request.onerror = () => reject(new Error("connection"));
    request.onabort = () => reject(new Error("stopped"));
    request.open("POST", url);
    request.responseType = "json";
    const body = new FormData();
    body.append("file", file);
    request.send(body);
  });
  return { done, stop: () => request.abort() };
}

function reasonOf({ status, response }: XMLHttpRequest): Error {
  const said: unknown = typeof response === "object" ? response?.message : undefined;
  return typeof said === "string" && said !== "" ? new FileRefused(said) : new Error(`${status}`);
}
