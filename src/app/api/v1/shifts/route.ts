import { z } from "zod";
import { createShift } from "@/features/venues/create-shift";
import { createShiftSchema } from "@/features/venues/schema";
import { route } from "@/web/route";

export const POST = route({
  operation: "createShift",
  summary: "Adds a sellable slice of the day to a venue",
  tag: "shifts",
  scope: "venue.update",
  input: createShiftSchema,
  verb: createShift,
  status: 201,
  output: z.object({ shiftId: z.uuid(), venueId: z.uuid(), name: z.string() }),
  present: (created) => created,
  refusals: {
    name_taken: "Another shift of the venue has this name",
    empty_shift: "It ends when it starts",
  },
});
