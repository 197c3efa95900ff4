import { createReadStream } from "node:fs";
import { fileTypeFromFile } from "file-type";

/** What a file is by its bytes, whatever it is called: a media type; `text/plain` for clean UTF-8; null for all else. */
export async function mediaTypeOf(file: string): Promise<string | null> {
  const known = await fileTypeFromFile(file).catch(() => undefined); // cut off in the middle of its head
  return known?.mime ?? ((await isText(file)) ? "text/plain" : null);
}

/** UTF-8 from beginning to end, without the control characters that only programs need. */
async function isText(file: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) {
      if (hasControls.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    return !hasControls.test(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

// Everything below space but tab, line feed, form feed and carriage return; and DEL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for
const hasControls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
