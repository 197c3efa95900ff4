import { z } from "zod";
import { roles } from "@/kernel/actor";
import { isCountry, isCurrency } from "@/kernel/country";
import { longestPassword, shortestPassword } from "@/kernel/password-policy";
import { isTimeZone } from "@/kernel/time";

const name = z.string().trim().min(1).max(120);
const country = z.string().refine(isCountry, { params: { code: "country" } });
const timeZone = z.string().refine(isTimeZone, { params: { code: "time_zone" } });
const currency = z.string().refine(isCurrency, { params: { code: "currency" } });

/** First step of the wizard. `country` is ISO 3166-1, `timeZone` IANA, `currency` ISO 4217. */
export const createOrganizationSchema = z.object({ name, country, timeZone, currency });
export type CreateOrganization = z.output<typeof createOrganizationSchema>;

export const updateOrganizationSchema = createOrganizationSchema;
export type UpdateOrganization = z.output<typeof updateOrganizationSchema>;

export const completeSetUpSchema = z.object({});

const email = z.string().trim().toLowerCase().max(254).pipe(z.email());

const place = {
  roles: z
    .array(z.enum(roles))
    .min(1)
    .transform((list) => roles.filter((role) => list.includes(role))),
  /** Absent: every venue. */
  venueIds: z.array(z.uuid()).min(1).optional(),
};

export const inviteMemberSchema = z.object({ email, ...place });
export type InviteMember = z.output<typeof inviteMemberSchema>;

export const invitationIdSchema = z.object({ invitationId: z.uuid() });
export type InvitationId = z.output<typeof invitationIdSchema>;

/** `name` and `password` make the account of somebody who has none yet (whether it is easy to guess: the verb). */
export const acceptInvitationSchema = z.object({
  token: z.string().min(20).max(100),
  name: z.string().trim().min(1).max(200).optional(),
  password: z.string().min(shortestPassword).max(longestPassword).optional(),
  locale: z.enum(["es", "en"]).default("es"),
});
export type AcceptInvitation = z.output<typeof acceptInvitationSchema>;

export const updateMemberSchema = z.object({ memberId: z.uuid(), ...place });
export type UpdateMember = z.output<typeof updateMemberSchema>;

export const removeMemberSchema = z.object({ memberId: z.uuid() });
export type RemoveMember = z.output<typeof removeMemberSchema>;

export const leaveOrganizationSchema = z.object({});

/** The name has to be typed: what is closed cannot be opened again from the screen. */
export const closeOrganizationSchema = z.object({ name: z.string().trim().min(1).max(120) });
export type CloseOrganization = z.output<typeof closeOrganizationSchema>;

/** Without a file the logo is taken away. */
export const changeLogoSchema = z.object({ fileId: z.uuid().optional() });
export type ChangeLogo = z.output<typeof changeLogoSchema>;
