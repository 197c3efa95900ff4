import { z } from "zod";

/** Instants in the public JSON: ISO 8601 in UTC. */
export const instant = z
  .date()
  .transform((date) => date.toISOString())
  .pipe(z.iso.datetime());

/** An instant that may not be there yet. */
export const instantOrNull = instant.nullable();

/** The public JSON of one page of a list. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
