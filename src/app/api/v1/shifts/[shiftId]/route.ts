import { z } from "zod";
import { archiveShift } from "@/features/venues/archive-shift";
import { archiveShiftSchema } from "@/features/venues/schema";
import { route } from "@/web/route";

export const DELETE = route({
  operation: "archiveShift",
  summary: "Stops offering a shift; events keep their own times",
  tag: "shifts",
  scope: "venue.update",
  input: archiveShiftSchema,
  verb: archiveShift,
  output: z.object({ shiftId: z.uuid(), name: z.string() }),
  present: (archived) => archived,
  refusals: {},
});
