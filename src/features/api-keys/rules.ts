import { type Permission, permissionNames, rolesAllow } from "@/features/identity/permissions";
import type { Role } from "@/kernel/actor";

/** What stays with people: a key can neither close the organization, nor carry it off whole, nor make another key. */
const onlyPeople: readonly Permission[] = ["organization.delete", "organization.export", "api_key.create"];

/** The scopes that a key can have, in the order of the table of permissions. */
export const keyScopes: readonly Permission[] = permissionNames.filter((name) => !onlyPeople.includes(name));

/** The scopes that a member with these roles can give to a key: what they may do themselves. */
export function scopesToGive(roles: readonly Role[]): Permission[] {
  return keyScopes.filter((scope) => rolesAllow(roles, scope));
}

/** What a key may do now: its scopes, as far as its creator's roles of today still allow them. */
export function scopesInForce(scopes: readonly string[], creatorRoles: readonly Role[]): string[] {
  const given: readonly string[] = scopesToGive(creatorRoles);
  return scopes.filter((scope) => given.includes(scope));
}

/** The venues that both limits leave; null is every venue, an empty list none. */
export function venuesInForce(key: readonly string[] | null, creator: readonly string[] | null): string[] | null {
  if (key === null) return creator === null ? null : [...creator];
  return key.filter((id) => creator === null || creator.includes(id));
}

/** What every key begins with, so that scanners of leaked secrets know it by sight. */
export const keyPrefix = "gek_";

/** How much of a key is kept in the clear, to recognise it by. */
export const shownLength = keyPrefix.length + 8;

const keyShape = /^gek_[A-Za-z0-9_-]{43}$/;

/** Whether the text can be a key at all; what cannot is not looked up. */
export function looksLikeKey(text: string): boolean {
  return keyShape.test(text);
}

/** How the key stands, for the list. A key whose creator left is `orphaned`: it is as dead as a revoked one. */
export type KeyState = "active" | "revoked" | "expired" | "orphaned";

/** The state of a key at a time, in milliseconds of the epoch. */
export function keyState(
  key: { revokedAt: Date | null; expiresAt: Date | null; creatorIsMember: boolean },
  nowMs: number,
): KeyState {
  if (key.revokedAt) return "revoked";
  if (key.expiresAt && key.expiresAt.getTime() <= nowMs) return "expired";
  return key.creatorIsMember ? "active" : "orphaned";
}
