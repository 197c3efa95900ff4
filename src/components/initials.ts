import type { Tone } from "./tone";

const SOFT: readonly Tone[] = ["hold", "accent", "confirmed", "danger", "neutral"];

/** Up to two letters that stand for a name: first and last word, without the particles between them. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return "?";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return (letter(first) + (last === undefined ? "" : letter(last))).toLocaleUpperCase("es");
}

/** The same name has the same colour everywhere and always. */
export function toneOf(name: string): Tone {
  let sum = 0;
  for (const char of name.trim().toLowerCase()) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return SOFT[sum % SOFT.length] ?? "neutral";
}

function letter(word: string): string {
  return word.match(/[\p{L}\p{N}]/u)?.[0] ?? "";
}
