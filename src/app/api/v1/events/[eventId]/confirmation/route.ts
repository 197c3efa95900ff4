import { confirmEvent } from "@/features/bookings/confirm-event";
import { confirmEventSchema } from "@/features/bookings/schema";
import { route } from "@/web/route";
import { movedOn, spaceTaken } from "../../event";

export const POST = route({
  operation: "confirmEvent",
  summary: "Confirms a hold: from here on it blocks everybody else",
  tag: "events",
  scope: "event.confirm",
  input: confirmEventSchema,
  verb: confirmEvent,
  output: movedOn,
  present: (event) => event,
  refusals: { not_tentative: "It is not on hold", already_started: "It has begun", space_taken: spaceTaken },
});
