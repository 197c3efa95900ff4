"use server";

import { headers } from "next/headers";
import { acceptInvitation } from "@/features/organizations/accept-invitation";
import { type AcceptInvitation, acceptInvitationSchema } from "@/features/organizations/schema";
import { action } from "@/web/action";

const withCookies = async (ctx: Parameters<typeof acceptInvitation>[0], input: AcceptInvitation) =>
  acceptInvitation(ctx, { ...input, cookieHeader: (await headers()).get("cookie") });

export const accept = action(acceptInvitationSchema, withCookies, {
  done: ({ cookies }) => ({ cookies, redirectTo: "/" }),
  refused: {
    invitation_unknown: "organizations.invitation.refused.invitation_unknown",
    invitation_expired: "organizations.invitation.refused.invitation_expired",
    invitation_revoked: "organizations.invitation.refused.invitation_revoked",
    invitation_accepted: "organizations.invitation.refused.invitation_accepted",
    already_member: "organizations.invitation.refused.already_member",
    account_exists: "organizations.invitation.refused.account_exists",
    other_email: "organizations.invitation.refused.other_email",
  },
});
