import { z } from "zod";
import { resendInvitation } from "@/features/organizations/resend-invitation";
import { invitationIdSchema } from "@/features/organizations/schema";
import { route } from "@/web/route";

export const POST = route({
  operation: "resendInvitation",
  summary: "Send an invitation again, with a new link and seven new days",
  tag: "invitations",
  scope: "member.invite",
  input: invitationIdSchema,
  verb: resendInvitation,
  refusals: {
    invitation_accepted: "The person has joined already",
    invitation_revoked: "It was revoked before",
    only_owners: "Only an owner makes owners",
    own_place: "Nobody gets more out of changing their own place",
    venues_out_of_reach: "The venues are not all within the actor's own",
  },
  output: z.object({ id: z.uuid(), email: z.string() }),
  present: (sent) => ({ id: sent.invitationId, email: sent.email }),
});
