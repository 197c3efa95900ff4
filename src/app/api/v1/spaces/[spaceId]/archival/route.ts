import { z } from "zod";
import { archiveSpace } from "@/features/venues/archive-space";
import { archiveSpaceSchema } from "@/features/venues/schema";
import { route } from "@/web/route";

export const POST = route({
  operation: "archiveSpace",
  summary: "Takes a space out of what is sold",
  tag: "spaces",
  scope: "venue.update",
  input: archiveSpaceSchema,
  verb: archiveSpace,
  output: z.object({ spaceId: z.uuid(), name: z.string() }),
  present: (archived) => archived,
  refusals: { space_in_use: "Events that are not over have it" },
});
