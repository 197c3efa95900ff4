/**
 * A file for the person to keep, sent as it is made: nothing of it waits in memory. When making it fails half way, the
 * connection breaks, so that nobody takes a part for the whole.
 */
export function download(
  pieces: AsyncGenerator<string>,
  { fileName, mediaType }: { fileName: string; mediaType: string },
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": `${mediaType}; charset=utf-8`,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
    },
  });
}
