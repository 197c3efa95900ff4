"use server";

import { inviteMember } from "@/features/organizations/invite-member";
import { leaveOrganization } from "@/features/organizations/leave-organization";
import { removeMember } from "@/features/organizations/remove-member";
import { resendInvitation } from "@/features/organizations/resend-invitation";
import { revokeInvitation } from "@/features/organizations/revoke-invitation";
import {
  invitationIdSchema,
  inviteMemberSchema,
  leaveOrganizationSchema,
  removeMemberSchema,
  updateMemberSchema,
} from "@/features/organizations/schema";
import { updateMember } from "@/features/organizations/update-member";
import { action } from "@/web/action";

const place = {
  only_owners: "organizations.refused.only_owners",
  own_place: "organizations.refused.own_place",
  venues_out_of_reach: "organizations.refused.venues_out_of_reach",
} as const;
const answered = {
  invitation_accepted: "organizations.refused.invitation_accepted",
  invitation_revoked: "organizations.refused.invitation_revoked",
} as const;
const lastOwner = { last_owner: "organizations.refused.last_owner" } as const;

export const invite = action(inviteMemberSchema, inviteMember, {
  done: ({ email }) => ({ message: "organizations.invite.sent", params: { email } }),
  refused: {
    ...place,
    already_member: "organizations.refused.already_member",
    already_invited: "organizations.refused.already_invited",
  },
});

export const resend = action(invitationIdSchema, resendInvitation, {
  done: ({ email }) => ({ message: "organizations.invite.resent", params: { email } }),
  refused: { ...place, ...answered },
});

export const revoke = action(invitationIdSchema, revokeInvitation, {
  done: ({ email }) => ({ message: "organizations.invite.revoked", params: { email } }),
  refused: answered,
});

export const update = action(updateMemberSchema, updateMember, {
  done: ({ name }) => ({ message: "organizations.members.updated", params: { name } }),
  refused: { ...place, ...lastOwner },
});

export const remove = action(removeMemberSchema, removeMember, {
  done: ({ name }) => ({ message: "organizations.members.removed", params: { name } }),
  refused: { ...place, ...lastOwner, yourself: "organizations.refused.yourself" },
});

export const leave = action(leaveOrganizationSchema, leaveOrganization, {
  done: () => ({ redirectTo: "/" }),
  refused: lastOwner,
});
