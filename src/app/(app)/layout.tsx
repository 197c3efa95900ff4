import { after } from "next/server";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AppShell, type NavItem } from "@/components/app-shell";
import type { PaletteItem } from "@/components/palette-item";
import { can } from "@/features/identity/authorize";
import { listOwnOrganizations } from "@/features/organizations/queries";
import { recordVisit } from "@/features/organizations/record-visit";
import { Messages } from "@/web/messages";
import { currentVisitor, type MemberCtx, memberCtx, personCtx } from "@/web/page-context";
import { searchEverything } from "./actions";
import { PersonMenu } from "./person-menu";
import { PlainFrame } from "./plain-frame";
import { Switcher } from "./switcher";

/** The frame of every signed-in page. Who has no organization yet still reaches their own account. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const { actor } = await personCtx();
  if (actor.organizationId === null) return <PlainFrame>{children}</PlainFrame>;
  return <OrganizationFrame ctx={await memberCtx()}>{children}</OrganizationFrame>;
}

/** What is not built yet is not in the rail. */
async function OrganizationFrame({ ctx, children }: { ctx: MemberCtx; children: ReactNode }) {
  after(() => recordVisit(ctx));
  const visitor = await currentVisitor();
  const t = await getTranslations("shell");
  const organization = visitor?.organization;
  const logo = organization?.logoFileId ? `/files/${organization.logoFileId}?thumbnail` : undefined;
  const places = await listOwnOrganizations(ctx);
  const nav: NavItem[] = [
    { href: "/", label: t("nav.home"), icon: "house", exact: true },
    { href: "/calendar", label: t("nav.calendar"), icon: "calendar" },
    { href: "/events?when=upcoming", label: t("nav.events"), icon: "party" },
  ];
  return (
    <AppShell
      organization={{ name: organization?.name ?? t("product"), logoUrl: logo }}
      switcher={<Switcher places={places} current={ctx.actor.organizationId} />}
      nav={nav}
      footNav={[{ href: "/settings", label: t("nav.settings"), icon: "settings" }]}
      person={{ name: ctx.actor.name }}
      personMenu={<PersonMenu theme={visitor?.theme ?? "system"} email={ctx.actor.email} />}
      palette={{ actions: await paletteActions(ctx), search: searchEverything }}
      fab={can(ctx, "event.create") ? { href: "/calendar?hold=new", label: t("actions.hold") } : undefined}
    >
      <Messages namespaces={[]}>{children}</Messages>
    </AppShell>
  );
}

async function paletteActions(ctx: MemberCtx): Promise<PaletteItem[]> {
  const t = await getTranslations("shell");
  const go = t("groups.go");
  const doing = t("groups.do");
  const all: (PaletteItem & { allowed?: boolean })[] = [
    {
      key: "hold",
      label: t("actions.hold"),
      href: "/calendar?hold=new",
      icon: "plus",
      group: doing,
      allowed: can(ctx, "event.create"),
    },
    {
      key: "invite",
      label: t("actions.invite"),
      href: "/settings/members",
      icon: "user-plus",
      group: doing,
      allowed: can(ctx, "member.invite"),
    },
    { key: "home", label: t("nav.home"), href: "/", icon: "house", group: go },
    { key: "calendar", label: t("nav.calendar"), href: "/calendar", icon: "calendar", group: go },
    { key: "events", label: t("nav.events"), href: "/events?when=upcoming", icon: "party", group: go },
    {
      key: "members",
      label: t("actions.members"),
      href: "/settings/members",
      icon: "users",
      group: go,
      allowed: can(ctx, "member.read"),
    },
    {
      key: "audit",
      label: t("actions.audit"),
      href: "/settings/audit",
      icon: "history",
      group: go,
      allowed: can(ctx, "audit.read"),
    },
    {
      key: "keys",
      label: t("actions.api_keys"),
      href: "/settings/api-keys",
      icon: "key",
      group: go,
      allowed: can(ctx, "api_key.read"),
    },
    { key: "settings", label: t("nav.settings"), href: "/settings", icon: "settings", group: go },
    { key: "account", label: t("actions.account"), href: "/account", icon: "user", group: go },
    { key: "security", label: t("actions.security"), href: "/account/security", icon: "shield", group: go },
  ];
  return all.filter(({ allowed }) => allowed !== false).map(({ allowed: _, ...item }) => item);
}
