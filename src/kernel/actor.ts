/** The roles a member can have, most powerful first. What each may do: features/identity/permissions.ts. */
export const roles = ["owner", "admin", "manager", "sales", "coordinator", "finance", "door", "viewer"] as const;

export type Role = (typeof roles)[number];

/** Who acts. Every verb and query asks `authorize` with it, whatever the transport. */
export type Actor =
  | UserActor
  | ApiKeyActor
  | { kind: "client-link"; linkId: string; organizationId: string; name: string }
  | { kind: "webhook"; provider: string; organizationId: string }
  | { kind: "system"; organizationId: string; job: string }
  | { kind: "guest" };

/** A signed-in person. `organizationId` and `memberId` are null until they belong to, and chose, an organization. */
export type UserActor = {
  kind: "user";
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  organizationId: string | null;
  memberId: string | null;
  roles: readonly Role[];
  /** The venues that the membership is limited to; null is every venue. */
  venueIds: readonly string[] | null;
};

export type ApiKeyActor = {
  kind: "api-key";
  apiKeyId: string;
  organizationId: string;
  name: string;
  scopes: readonly string[];
  venueIds: readonly string[] | null;
};

/** Where a request came from: for the audit trail, the log and the rate limits. */
export type Origin = { requestId: string; ip: string | null; userAgent: string | null };

/** The installation itself as an organization: mail about accounts, jobs that belong to nobody else. */
export const platformOrganizationId = "00000000-0000-7000-8000-000000000000";

/** The organization that the actor acts in, or null for guests and people without one. */
export function organizationOf(actor: Actor): string | null {
  return actor.kind === "guest" ? null : actor.organizationId;
}
