"use server";

import { getTranslations } from "next-intl/server";
import type { PaletteItem } from "@/components/palette-item";
import { listEvents } from "@/features/bookings/queries";
import { can } from "@/features/identity/authorize";
import { nothingSchema, setThemeSchema, switchOrganizationSchema } from "@/features/identity/schema";
import { setTheme } from "@/features/identity/set-theme";
import { signOut } from "@/features/identity/sign-out";
import { switchOrganization } from "@/features/identity/switch-organization";
import { listMembers } from "@/features/organizations/queries";
import { buttonAction } from "@/web/action";
import { memberCtx } from "@/web/page-context";

export const switchTo = buttonAction(switchOrganizationSchema, switchOrganization, () => ({ redirectTo: "/" }));
export const chooseTheme = buttonAction(setThemeSchema, setTheme, () => ({}));
export const leave = buttonAction(nothingSchema, signOut, ({ cookies }) => ({ cookies, redirectTo: "/sign-in" }));

/** What the command palette finds: events, and people for those who may see them. */
export async function searchEverything(query: string): Promise<PaletteItem[]> {
  const ctx = await memberCtx();
  const t = await getTranslations("shell");
  const q = query.slice(0, 100);
  const [events, members] = await Promise.all([
    can(ctx, "event.read") ? listEvents(ctx, { q, limit: 6 }) : { items: [] },
    can(ctx, "member.read") ? listMembers(ctx, { q, limit: 4 }) : { items: [] },
  ]);
  const group = t("groups.found");
  return [
    ...events.items.map((event) => ({
      key: event.id,
      label: event.title,
      hint: event.number,
      href: `/events/${event.id}`,
      icon: "party" as const,
      group,
    })),
    ...members.items.map((member) => ({
      key: member.id,
      label: member.name,
      hint: member.email,
      href: `/settings/members?q=${encodeURIComponent(member.email)}`,
      icon: "user" as const,
      group,
    })),
  ];
}
