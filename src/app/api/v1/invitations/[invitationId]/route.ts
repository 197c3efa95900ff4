import { z } from "zod";
import { revokeInvitation } from "@/features/organizations/revoke-invitation";
import { invitationIdSchema } from "@/features/organizations/schema";
import { route } from "@/web/route";

export const DELETE = route({
  operation: "revokeInvitation",
  summary: "Make the link of an invitation worthless",
  tag: "invitations",
  scope: "member.invite",
  input: invitationIdSchema,
  verb: revokeInvitation,
  refusals: { invitation_accepted: "The person has joined already", invitation_revoked: "It was revoked before" },
  output: z.object({ id: z.uuid() }),
  present: (revoked) => ({ id: revoked.invitationId }),
});
