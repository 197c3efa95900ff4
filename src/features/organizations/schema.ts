import { z } from "zod";
import { roles } from "@/kernel/actor";
import { isCountry, isCurrency } from "@/kernel/country";
import { longestPassword, shortestPassword } from "@/kernel/password-policy";
import { isTimeZone } from "@/kernel/time";

const name = z.string().trim().min(1).max(120);
const country = z.string().refine(isCountry, { params: { code: "country" } });
const timeZone = z.string().refine(isTimeZone, { params: { code: "time_zone" } });
const currency = z.string().refine(isCurrency, { params: { code: "currency" } });

const profile = { name, country, timeZone, currency };

/** First step of the wizard. `country` is ISO 3166-1, `timeZone` IANA, `currency` ISO 4217. */
export const createOrganizationSchema = z.object(profile);
export type CreateOrganization = z.output<typeof createOrganizationSchema>;

export const updateOrganizationSchema = z.object(profile);
export type UpdateOrganization = z.output<typeof updateOrganizationSchema>;

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

const spaceName = z.string().trim().min(1).max(120);
const capacity = z.coerce.number().int().min(1).max(1_000_000);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const minutes = z.coerce.number().int().min(0).max(2_880);

/** Third step of the wizard. A space with `parts` is one that can be divided: it is made of them. */
export const setUpSpacesSchema = z.object({
  venueId: z.uuid(),
  spaces: listInField(
    z.object({
      name: spaceName,
      capacity,
      parts: z
        .array(z.object({ name: spaceName, capacity }))
        .max(12)
        .default([]),
    }),
  ),
});
export type SetUpSpaces = z.output<typeof setUpSpacesSchema>;

/** Fourth step: the turns of the day ("11:00" to "17:00"), and the minutes kept free around every event. */
export const setUpShiftsSchema = z.object({
  venueId: z.uuid(),
  shifts: listInField(z.object({ name: z.string().trim().min(1).max(60), starts: timeOfDay, ends: timeOfDay })),
  setupMinutes: minutes.default(0),
  teardownMinutes: minutes.default(0),
});
export type SetUpShifts = z.output<typeof setUpShiftsSchema>;

/** Last step: whom to invite, nobody if they like. */
export const completeSetUpSchema = z.object({
  people: listInField(
    z.object({ email: z.union([z.literal("").transform(() => null), email]), role: z.enum(roles) }),
    0,
  )
    .transform((rows) => rows.flatMap(({ email, role }) => (email === null ? [] : [{ email, role }])))
    .optional(),
});
export type CompleteSetUp = z.output<typeof completeSetUpSchema>;

/** A list that a form sends as JSON in one field, because its rows come and go in the browser. */
function listInField<S extends z.ZodType>(row: S, least = 1) {
  return z
    .string()
    .max(20_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom" });
        return z.NEVER;
      }
    })
    .pipe(z.array(row).min(least).max(30));
}
