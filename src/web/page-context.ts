import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { can, type InOrganization } from "@/features/identity/authorize";
import type { Permission } from "@/features/identity/permissions";
import { actorOfSession } from "@/features/identity/queries";
import type { UserActor } from "@/kernel/actor";
import { systemNow } from "@/kernel/time";
import { appDb } from "@/platform/db";
import { addLogContext } from "@/platform/logger";
import type { Ctx } from "@/platform/transaction";
import { originOf } from "./request-origin";

/** Who is signed in, with what the pages need of them; null for a guest. Read once a request. */
export const currentVisitor = cache(async () => {
  // cookies(), unlike the header, already has what an action in this request has set: a renewed session.
  const visitor = await actorOfSession(await guestCtx(), (await cookies()).toString());
  if (visitor)
    addLogContext({ userId: visitor.actor.userId, organizationId: visitor.actor.organizationId ?? undefined });
  return visitor;
});

/** For the frame around every page: when the database is away it still has a language and a theme. */
export async function visitorIfKnown() {
  return currentVisitor().catch(() => null);
}

/** The context of a page or server action; its actor is a guest when nobody is signed in. */
export const pageCtx = cache(async (): Promise<Ctx> => {
  const visitor = await currentVisitor();
  const ctx = await guestCtx();
  return visitor ? { ...ctx, actor: visitor.actor } : ctx;
});

export type PersonCtx = Ctx & { actor: UserActor };
export type MemberCtx = InOrganization<PersonCtx>;

/** For pages that need a person: sends guests to sign in and back. */
export async function personCtx(): Promise<PersonCtx> {
  const ctx = await pageCtx();
  if (ctx.actor.kind === "user") return { ...ctx, actor: ctx.actor };
  redirect(`/sign-in?next=${encodeURIComponent((await headers()).get("x-path") ?? "/")}`);
}

/** For pages of an organization: sends people without one to the wizard, and refuses those without the permission. */
export async function memberCtx(permission?: Permission): Promise<MemberCtx> {
  const ctx = await personCtx();
  const { organizationId } = ctx.actor;
  if (organizationId === null) redirect("/welcome");
  if (permission && !can(ctx, permission)) forbidden();
  return { ...ctx, actor: { ...ctx.actor, organizationId } };
}

const guestCtx = cache(async (): Promise<Ctx> => {
  const origin = originOf(await headers());
  await cookies(); // a page that asks who is signed in is never cached
  return { db: appDb(), actor: { kind: "guest" }, now: systemNow(), origin };
});
