import { z } from "zod";
import { removeMember } from "@/features/organizations/remove-member";
import { removeMemberSchema, updateMemberSchema } from "@/features/organizations/schema";
import { updateMember } from "@/features/organizations/update-member";
import { route } from "@/web/route";

const place = {
  last_owner: "It is the last owner of the organization",
  only_owners: "Only an owner makes and unmakes owners",
  own_place: "Nobody gets more out of changing their own place",
  venues_out_of_reach: "The venues are not all within the actor's own",
};

export const PUT = route({
  operation: "updateMember",
  summary: "Give a member other roles or venues",
  tag: "members",
  scope: "member.update",
  input: updateMemberSchema,
  verb: updateMember,
  refusals: place,
  output: z.object({ id: z.uuid() }),
  present: (changed) => ({ id: changed.memberId }),
});

export const DELETE = route({
  operation: "removeMember",
  summary: "Take a member's place away; the person keeps their account",
  tag: "members",
  scope: "member.remove",
  input: removeMemberSchema,
  verb: removeMember,
  refusals: { ...place, yourself: "A person leaves instead" },
  output: z.object({ id: z.uuid() }),
  present: (removed) => ({ id: removed.memberId }),
});
