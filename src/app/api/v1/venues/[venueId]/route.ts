import { z } from "zod";
import { getVenue } from "@/features/venues/queries";
import { getVenueSchema, updateVenueSchema } from "@/features/venues/schema";
import { updateVenue } from "@/features/venues/update-venue";
import { readRoute, route } from "@/web/route";
import { venue } from "../venue";

export const GET = readRoute({
  operation: "getVenue",
  summary: "One venue with its spaces and shifts",
  tag: "venues",
  scope: "venue.read",
  input: getVenueSchema,
  query: getVenue,
  output: venue,
  present: (found) => found,
});

export const PATCH = route({
  operation: "updateVenue",
  summary: "Changes a venue's name, address or cut-off",
  tag: "venues",
  scope: "venue.update",
  input: updateVenueSchema,
  verb: updateVenue,
  output: z.object({ venueId: z.uuid(), name: z.string() }),
  present: (updated) => updated,
  refusals: { name_taken: "Another venue in use has this name" },
});
