import { z } from "zod";
import { inviteMember } from "@/features/organizations/invite-member";
import { listInvitations } from "@/features/organizations/queries";
import { inviteMemberSchema } from "@/features/organizations/schema";
import { roles } from "@/kernel/actor";
import { instant } from "@/web/api/presented";
import { readRoute, route } from "@/web/route";

const invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  venueIds: z.array(z.uuid()).nullable().describe("null: every venue"),
  state: z.enum(["open", "accepted", "revoked", "expired"]),
  sentAt: instant,
  expiresAt: instant,
});

export const GET = readRoute({
  operation: "listInvitations",
  summary: "The invitations that wait for an answer, newest first",
  tag: "invitations",
  scope: "member.read",
  input: z.object({}),
  query: listInvitations,
  output: z.object({ items: z.array(invitation) }),
  present: (items) => ({ items }),
});

export const POST = route({
  operation: "inviteMember",
  summary: "Invite a person by e-mail; the link is good for seven days",
  tag: "invitations",
  scope: "member.invite",
  input: inviteMemberSchema,
  verb: inviteMember,
  refusals: {
    already_member: "The person has a place already",
    already_invited: "An invitation to the address is open",
    only_owners: "Only an owner makes owners",
    own_place: "Nobody gets more out of changing their own place",
    venues_out_of_reach: "The venues are not all within the actor's own",
  },
  status: 201,
  output: z.object({ id: z.uuid(), email: z.string() }),
  present: (sent) => ({ id: sent.invitationId, email: sent.email }),
});
