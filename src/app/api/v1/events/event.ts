import { z } from "zod";
import type { EventDetail, EventInList } from "@/features/bookings/queries";
import { eventStatuses, eventTypes } from "@/features/bookings/rules";

/** An event of a list in the public JSON. */
export const listedEvent = z.object({
  id: z.uuid(),
  number: z.string().describe("As people write it: EV-2481"),
  title: z.string(),
  type: z.enum(eventTypes),
  clientName: z.string().nullable(),
  headCount: z.number().int().nullable(),
  status: z.enum(eventStatuses),
  venueName: z.string(),
  start: z.string().describe("Local at the venue, to the minute"),
  end: z.string().describe("Local at the venue, to the minute"),
  spaces: z.array(z.string()),
  holdExpiresAt: z.string().nullable(),
});

/** One event in the public JSON. */
export const event = listedEvent.extend({
  venueId: z.uuid(),
  timeZone: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  overrideReason: z.string().nullable(),
  endedReason: z.string().nullable(),
  rank: z.number().int().nullable().describe("Place in the line while it is tentative, 1 is first"),
  blockedBy: z.string().nullable().describe("What has its place meanwhile, while it is tentative"),
  places: z.array(
    z.object({
      spaceId: z.uuid(),
      name: z.string(),
      capacity: z.number().int(),
      layout: z.string().nullable(),
      from: z.string().nullable().describe("With set-up, local at the venue"),
      until: z.string().nullable().describe("With tear-down, local at the venue"),
    }),
  ),
});

export function presentListed(item: EventInList) {
  return { ...item, holdExpiresAt: item.holdExpiresAt?.toString() ?? null };
}

export function presentEvent(found: EventDetail) {
  return { ...found, ...presentListed(found), startsAt: found.startsAt.toString(), endsAt: found.endsAt.toString() };
}

/** What a transition answers. */
export const movedOn = z.object({ eventId: z.uuid(), number: z.int(), title: z.string() });

export const timesRefusals = {
  in_the_past: "It would begin in the past",
  ends_before_start: "It ends before it starts",
  too_long: "It is longer than 31 days",
};

export const spaceTaken =
  "Something confirmed or a closure is there; `holder` and `alternatives` say what, and the ways out";
