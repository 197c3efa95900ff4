import { z } from "zod";
import { closeSpace } from "@/features/bookings/close-space";
import { closeSpaceSchema } from "@/features/bookings/schema";
import { route } from "@/web/route";
import { spaceTaken } from "../events/event";

export const POST = route({
  operation: "closeSpace",
  summary: "Takes a space off sale for a while",
  tag: "closures",
  scope: "closure.update",
  input: closeSpaceSchema,
  verb: closeSpace,
  status: 201,
  output: z.object({ closureId: z.uuid(), spaceId: z.uuid() }),
  present: (closed) => closed,
  refusals: {
    ends_before_start: "It ends before it starts",
    too_long: "It is longer than two years",
    space_taken: spaceTaken,
  },
});
