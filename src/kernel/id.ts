import { v7 } from "uuid";

/** A UUIDv7 of one noun: an `Id<"event">` cannot be passed where an `Id<"venue">` is asked for. */
export type Id<Noun extends string> = string & { readonly __noun?: Noun };

/** A new UUIDv7 (RFC 9562): sorts by time, so that it is a good primary key. */
export function newId<Noun extends string>(): Id<Noun> {
  return v7() as Id<Noun>;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID of any version. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
