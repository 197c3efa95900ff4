import { z } from "zod";
import { openSpace } from "@/features/bookings/open-space";
import { openSpaceSchema } from "@/features/bookings/schema";
import { route } from "@/web/route";

export const DELETE = route({
  operation: "openSpace",
  summary: "Puts a space back on sale",
  tag: "closures",
  scope: "closure.update",
  input: openSpaceSchema,
  verb: openSpace,
  output: z.object({ closureId: z.uuid(), spaceId: z.uuid() }),
  present: (opened) => opened,
  refusals: {},
});
