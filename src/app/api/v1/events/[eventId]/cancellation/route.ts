import { cancelEvent } from "@/features/bookings/cancel-event";
import { cancelEventSchema } from "@/features/bookings/schema";
import { route } from "@/web/route";
import { movedOn } from "../../event";

export const POST = route({
  operation: "cancelEvent",
  summary: "Cancels an event that is not over",
  tag: "events",
  scope: "event.cancel",
  input: cancelEventSchema,
  verb: cancelEvent,
  output: movedOn,
  present: (event) => event,
  refusals: { not_cancellable: "It is completed, closed, cancelled or lost" },
});
