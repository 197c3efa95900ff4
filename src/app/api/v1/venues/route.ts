import { z } from "zod";
import { createVenue } from "@/features/venues/create-venue";
import { listVenues } from "@/features/venues/queries";
import { createVenueSchema } from "@/features/venues/schema";
import { readRoute, route } from "@/web/route";
import { venue } from "./venue";

export const GET = readRoute({
  operation: "listVenues",
  summary: "The venues in use, each with its spaces and shifts",
  tag: "venues",
  scope: "venue.read",
  input: z.object({}),
  query: listVenues,
  output: z.object({ items: z.array(venue) }),
  present: (items) => ({ items }),
});

export const POST = route({
  operation: "createVenue",
  summary: "Adds a venue",
  tag: "venues",
  scope: "venue.update",
  input: createVenueSchema,
  verb: createVenue,
  status: 201,
  output: z.object({ venueId: z.uuid(), name: z.string() }),
  present: (created) => created,
  refusals: { name_taken: "Another venue in use has this name" },
});
