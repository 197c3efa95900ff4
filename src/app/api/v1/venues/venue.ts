import { z } from "zod";

const space = z.object({
  id: z.uuid(),
  venueId: z.uuid(),
  name: z.string(),
  capacity: z.number().int(),
  setupMinutes: z.number().int(),
  teardownMinutes: z.number().int(),
  layouts: z.array(z.object({ id: z.uuid(), name: z.string(), capacity: z.number().int() })),
  parts: z.array(z.string()).describe("Other spaces that it is made of, by name"),
  partOf: z.array(z.string()).describe("Other spaces that it is part of, by name"),
});

const shift = z.object({
  id: z.uuid(),
  venueId: z.uuid(),
  name: z.string(),
  starts: z.string().describe("HH:MM"),
  ends: z.string().describe("HH:MM; at or before `starts` it is on the next day"),
});

/** A venue in the public JSON. */
export const venue = z.object({
  id: z.uuid(),
  name: z.string(),
  address: z.string().nullable(),
  timeZone: z.string().describe("IANA"),
  currency: z.string().describe("ISO 4217"),
  dayCutoff: z.string().describe("HH:MM at which the operating day ends"),
  spaces: z.array(space),
  shifts: z.array(shift),
});
