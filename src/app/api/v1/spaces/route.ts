import { z } from "zod";
import { createSpace } from "@/features/venues/create-space";
import { createSpaceSchema } from "@/features/venues/schema";
import { route } from "@/web/route";

export const POST = route({
  operation: "createSpace",
  summary: "Adds a space to a venue: a room of its own, or several rooms sold as one (`madeOf`)",
  tag: "spaces",
  scope: "venue.update",
  input: createSpaceSchema,
  verb: createSpace,
  status: 201,
  output: z.object({ spaceId: z.uuid(), venueId: z.uuid(), name: z.string() }),
  present: (created) => created,
  refusals: {
    name_taken: "Another space in use of the venue has this name",
    part_not_found: "One of `madeOf` is not a space in use of the venue",
  },
});
