import { getEvent } from "@/features/bookings/queries";
import { getEventSchema, updateEventSchema } from "@/features/bookings/schema";
import { updateEvent } from "@/features/bookings/update-event";
import { readRoute, route } from "@/web/route";
import { event, movedOn, presentEvent } from "../event";

export const GET = readRoute({
  operation: "getEvent",
  summary: "One event with its places",
  tag: "events",
  scope: "event.read",
  input: getEventSchema,
  query: getEvent,
  output: event,
  present: presentEvent,
});

export const PATCH = route({
  operation: "updateEvent",
  summary: "Changes what an event is called, for whom and for how many",
  tag: "events",
  scope: "event.update",
  input: updateEventSchema,
  verb: updateEvent,
  output: movedOn,
  present: (updated) => updated,
  refusals: { not_editable: "It is closed, cancelled or lost" },
});
