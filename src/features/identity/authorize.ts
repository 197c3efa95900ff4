import type { UserActor } from "@/kernel/actor";
import { Forbidden, Unauthenticated } from "@/kernel/errors";
import type { Ctx } from "@/platform/transaction";
import { type Permission, rolesAllow } from "./permissions";

/** What only needs a person: their own account. Belongs to no role, so it is not in the table of permissions. */
export type PersonalPermission = "account.manage" | "organization.create";

/** The context with an actor that certainly has an organization. */
export type InOrganization<C extends Ctx = Ctx> = C & { actor: { organizationId: string } };

/**
 * Lets the actor go on, or throws `Unauthenticated` (a guest) or `Forbidden`. First line of every verb and query.
 * A signed-in person needs a role that has the permission, an API key the scope of that name; jobs may do anything
 * in their own organization, client links and webhooks nothing that is not theirs by a rule of its own.
 */
export function authorize<C extends Ctx>(ctx: C, permission: Permission): asserts ctx is InOrganization<C> {
  if (!can(ctx, permission)) throw ctx.actor.kind === "guest" ? new Unauthenticated() : new Forbidden(permission);
}

/** Lets a signed-in person go on with what is their own; throws `Unauthenticated` or `Forbidden` otherwise. */
export function authorizePerson<C extends Ctx>(
  ctx: C,
  permission: PersonalPermission,
): asserts ctx is C & { actor: UserActor } {
  if (ctx.actor.kind === "guest") throw new Unauthenticated();
  if (ctx.actor.kind !== "user") throw new Forbidden(permission);
}

/** For verbs that anyone may call, signed in or not: says so where others say `authorize`. */
export function authorizeAnyone(_ctx: Ctx): void {}

/** For verbs that only jobs run. */
export function authorizeSystem<C extends Ctx>(
  ctx: C,
): asserts ctx is C & { actor: { kind: "system"; organizationId: string } } {
  if (ctx.actor.kind !== "system") throw ctx.actor.kind === "guest" ? new Unauthenticated() : new Forbidden("system");
}

/** Whether the actor has the permission: for what a page shows. */
export function can(ctx: Ctx, permission: Permission): boolean {
  const { actor } = ctx;
  switch (actor.kind) {
    case "user":
      return actor.organizationId !== null && rolesAllow(actor.roles, permission);
    case "api-key":
      return actor.scopes.includes(permission);
    case "system":
      return true;
    default:
      return false;
  }
}

/** Whether the actor may see and use the venue: a membership or key can be limited to some. */
export function reachesVenue(ctx: Ctx, venueId: string): boolean {
  const { actor } = ctx;
  return !("venueIds" in actor) || actor.venueIds === null || actor.venueIds.includes(venueId);
}
