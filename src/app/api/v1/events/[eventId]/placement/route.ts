import { moveEvent } from "@/features/bookings/move-event";
import { moveEventSchema } from "@/features/bookings/schema";
import { route } from "@/web/route";
import { movedOn, spaceTaken, timesRefusals } from "../../event";

export const POST = route({
  operation: "moveEvent",
  summary: "Gives an event another place, day or hours",
  tag: "events",
  scope: "event.update",
  input: moveEventSchema,
  verb: moveEvent,
  output: movedOn,
  present: (event) => event,
  refusals: {
    ...timesRefusals,
    not_movable: "It is neither on hold nor confirmed",
    already_started: "It has begun",
    space_taken: spaceTaken,
  },
});
