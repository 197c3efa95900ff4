import { z } from "zod";
import { placeHold } from "@/features/bookings/place-hold";
import { listEvents } from "@/features/bookings/queries";
import { listEventsSchema, placeHoldSchema } from "@/features/bookings/schema";
import { pageOf } from "@/web/api/presented";
import { readRoute, route } from "@/web/route";
import { listedEvent, presentListed, spaceTaken, timesRefusals } from "./event";

export const GET = readRoute({
  operation: "listEvents",
  summary: "Events, a page at a time",
  tag: "events",
  scope: "event.read",
  input: listEventsSchema,
  query: listEvents,
  output: pageOf(listedEvent),
  present: ({ items, nextCursor }) => ({ items: items.map(presentListed), nextCursor }),
});

export const POST = route({
  operation: "placeHold",
  summary: "Holds spaces of one venue for a new event",
  tag: "events",
  scope: "event.create",
  input: placeHoldSchema,
  verb: placeHold,
  status: 201,
  output: z.object({ eventId: z.uuid(), number: z.int(), title: z.string(), expiresAt: z.string() }),
  present: (placed) => placed,
  refusals: { ...timesRefusals, space_taken: spaceTaken },
});
