import { z } from "zod";
import { listMembers } from "@/features/organizations/queries";
import { roles } from "@/kernel/actor";
import { instant, instantOrNull } from "@/web/api/presented";
import { readRoute } from "@/web/route";

const member = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  venueIds: z.array(z.uuid()).nullable().describe("null: every venue"),
  twoFactorEnabled: z.boolean(),
  lastSeenAt: instantOrNull,
  since: instant,
});

export const GET = readRoute({
  operation: "listMembers",
  summary: "The members of the organization, by name",
  tag: "members",
  scope: "member.read",
  input: z.object({ q: z.string().max(100).optional().describe("Part of a name or address") }),
  query: listMembers,
  output: z.object({ items: z.array(member) }),
  present: (members) => members,
});
