import { z } from "zod";
import { isTimeZone } from "@/kernel/time";

const name = z.string().trim().min(1).max(120);
const address = z.string().trim().max(300).optional();
const timeZone = z.string().refine(isTimeZone, { params: { code: "time_zone" } });
const currency = z.string().regex(/^[A-Z]{3}$/);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const capacity = z.coerce.number().int().min(1).max(1_000_000);
const minutes = z.coerce.number().int().min(0).max(2_880);

/** A site. `dayCutoff` is when its operating day ends: a party until 04:00 belongs to the day before. */
export const createVenueSchema = z.object({
  name,
  address,
  timeZone,
  currency,
  dayCutoff: timeOfDay.default("06:00"),
});
export type CreateVenue = z.output<typeof createVenueSchema>;

export const updateVenueSchema = z.object({
  venueId: z.uuid(),
  name: name.optional(),
  address,
  dayCutoff: timeOfDay.optional(),
});
export type UpdateVenue = z.output<typeof updateVenueSchema>;

const layout = z.object({ name: z.string().trim().min(1).max(60), capacity });

/**
 * What is sold. Without `madeOf` it is a room of its own; with the ids of other spaces of the venue it is those rooms
 * together, and selling it takes them all. `setupMinutes` and `teardownMinutes` are kept free around every event.
 */
export const createSpaceSchema = z.object({
  venueId: z.uuid(),
  name,
  capacity,
  setupMinutes: minutes.default(0),
  teardownMinutes: minutes.default(0),
  madeOf: z.array(z.uuid()).max(40).default([]),
  layouts: z.array(layout).max(12).default([]),
});
export type CreateSpace = z.output<typeof createSpaceSchema>;

export const updateSpaceSchema = z.object({
  spaceId: z.uuid(),
  name: name.optional(),
  capacity: capacity.optional(),
  setupMinutes: minutes.optional(),
  teardownMinutes: minutes.optional(),
});
export type UpdateSpace = z.output<typeof updateSpaceSchema>;

export const archiveSpaceSchema = z.object({ spaceId: z.uuid() });
export type ArchiveSpace = z.output<typeof archiveSpaceSchema>;

/** A sellable slice of the day. `ends` at or before `starts` is on the next day. */
export const createShiftSchema = z.object({
  venueId: z.uuid(),
  name: z.string().trim().min(1).max(60),
  starts: timeOfDay,
  ends: timeOfDay,
});
export type CreateShift = z.output<typeof createShiftSchema>;

export const archiveShiftSchema = z.object({ shiftId: z.uuid() });
export type ArchiveShift = z.output<typeof archiveShiftSchema>;

export const getVenueSchema = z.object({ venueId: z.uuid() });
