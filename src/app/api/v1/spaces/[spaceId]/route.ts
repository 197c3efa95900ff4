import { z } from "zod";
import { updateSpaceSchema } from "@/features/venues/schema";
import { updateSpace } from "@/features/venues/update-space";
import { route } from "@/web/route";

export const PATCH = route({
  operation: "updateSpace",
  summary: "Changes a space's name, capacity, set-up or tear-down",
  tag: "spaces",
  scope: "venue.update",
  input: updateSpaceSchema,
  verb: updateSpace,
  output: z.object({ spaceId: z.uuid(), name: z.string() }),
  present: (updated) => updated,
  refusals: { name_taken: "Another space in use of the venue has this name" },
});
