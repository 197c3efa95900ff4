import { z } from "zod";
import { getOrganization } from "@/features/organizations/queries";
import { updateOrganizationSchema } from "@/features/organizations/schema";
import { updateOrganization } from "@/features/organizations/update-organization";
import { instant } from "@/web/api/presented";
import { readRoute, route } from "@/web/route";

const organization = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  country: z.string().describe("ISO 3166-1 alpha-2"),
  timeZone: z.string().describe("IANA time zone"),
  currency: z.string().describe("ISO 4217"),
  createdAt: instant,
});

export const GET = readRoute({
  operation: "getOrganization",
  summary: "The organization that the key belongs to",
  tag: "organization",
  scope: "organization.read",
  input: z.object({}),
  query: getOrganization,
  output: organization,
  present: (profile) => profile,
});

export const PUT = route({
  operation: "updateOrganization",
  summary: "Change name, country, time zone and currency",
  tag: "organization",
  scope: "organization.update",
  input: updateOrganizationSchema,
  verb: updateOrganization,
  refusals: {},
  output: z.object({ id: z.uuid() }),
  present: (changed) => ({ id: changed.organizationId }),
});
