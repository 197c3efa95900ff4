import { releaseHold } from "@/features/bookings/release-hold";
import { releaseHoldSchema } from "@/features/bookings/schema";
import { route } from "@/web/route";
import { movedOn } from "../../event";

export const POST = route({
  operation: "releaseHold",
  summary: "Gives a hold up",
  tag: "events",
  scope: "event.update",
  input: releaseHoldSchema,
  verb: releaseHold,
  output: movedOn,
  present: (event) => event,
  refusals: { not_tentative: "It is not on hold; what is confirmed is cancelled" },
});
