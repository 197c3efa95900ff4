import { permissionNames, rolesAllow } from "@/features/identity/permissions";
import type { Role } from "@/kernel/actor";
import type { Temporal } from "@/kernel/time";

/** Days in which an invitation can be accepted, counted from its last mail. */
export const invitationDays = 7;

/** Days between the closing of an organization and the removal of everything it had. */
export const daysUntilPurge = 30;

/** A name as a part of an address: letters and digits without accents, words joined by hyphens; at most 50 long. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const slug = plain
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "organization" : slug;
}

/** What somebody who gives or takes a place is themselves. An API key has no roles of its own. */
export type Authority = { memberId: string | null; roles: readonly Role[]; venueIds: readonly string[] | null };

/** A place as it is or as it shall be. */
export type Place = { roles: readonly Role[]; venueIds: readonly string[] | null };

export type PlaceRefusal = { code: "only_owners" } | { code: "own_place" } | { code: "venues_out_of_reach" };

/**
 * Why the authority may not make `now` (null: a new place) into `next`, or null.
 * Only an owner makes or unmakes an owner, nobody gets more out of changing their own place, and who is limited to
 * some venues gives no others.
 */
export function whyNotPlace(
  by: Authority,
  now: (Place & { memberId: string }) | null,
  next: Place,
): PlaceRefusal | null {
  const touchesOwner = isOwner(next) || (now !== null && isOwner(now));
  if (touchesOwner && !isOwner(by)) return { code: "only_owners" };
  if (now?.memberId === by.memberId && now !== null && gains(now, next)) return { code: "own_place" };
  if (!within(next.venueIds, by.venueIds)) return { code: "venues_out_of_reach" };
  return null;
}

/** Why the authority may not take the place away, or null. */
export function whyNotRemove(by: Authority, place: Place): PlaceRefusal | null {
  if (isOwner(place) && !isOwner(by)) return { code: "only_owners" };
  return within(place.venueIds, by.venueIds) ? null : { code: "venues_out_of_reach" };
}

/** The roles that somebody can give: an owner all, others all but owner. */
export function rolesToGive(by: readonly Role[], all: readonly Role[]): Role[] {
  return all.filter((role) => role !== "owner" || by.includes("owner"));
}

/** Whether the change takes the organization its last owner. `owners` counts them as they are now. */
export function losesLastOwner(now: Place, next: Place | null, owners: number): boolean {
  return isOwner(now) && !(next && isOwner(next)) && owners <= 1;
}

/** How an invitation stands. */
export type InvitationState = "open" | "accepted" | "revoked" | "expired";

/** The state of an invitation at `now`; one that was accepted stays so, whatever came later. */
export function invitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Temporal.Instant,
): InvitationState {
  if (invitation.acceptedAt) return "accepted";
  if (invitation.revokedAt) return "revoked";
  return invitation.expiresAt.getTime() <= now.epochMilliseconds ? "expired" : "open";
}

function isOwner(place: { roles: readonly Role[] }): boolean {
  return place.roles.includes("owner");
}

function gains(now: Place, next: Place): boolean {
  const more = permissionNames.some((name) => rolesAllow(next.roles, name) && !rolesAllow(now.roles, name));
  return more || !within(next.venueIds, now.venueIds);
}

function within(venueIds: readonly string[] | null, limit: readonly string[] | null): boolean {
  if (limit === null) return true;
  return venueIds?.every((id) => limit.includes(id)) ?? false;
}

export const wizardSteps = ["organization", "venue", "spaces", "shifts", "team"] as const;

export type WizardStep = (typeof wizardSteps)[number];

/** What the wizard has made so far; null is a person without an organization. */
export type SetUpProgress = { venues: number; spaces: number; shifts: number } | null;

/** The first step whose thing is not there yet. Progress is what exists, so leaving and coming back loses nothing. */
export function firstOpenStep(progress: SetUpProgress): WizardStep {
  if (progress === null) return "organization";
  if (progress.venues === 0) return "venue";
  if (progress.spaces === 0) return "spaces";
  return progress.shifts === 0 ? "shifts" : "team";
}

/** The step to show: the one asked for when everything before it is there, else the first open one. */
export function stepToShow(asked: string | undefined, progress: SetUpProgress): WizardStep {
  const open = firstOpenStep(progress);
  const wanted = wizardSteps.find((step) => step === asked);
  return wanted && wizardSteps.indexOf(wanted) <= wizardSteps.indexOf(open) ? wanted : open;
}
