import { getLocale } from "next-intl/server";
import { AppShell, type NavItem } from "@/components/app-shell";
import type { IconName } from "@/components/icon";
import { PageHeader } from "@/components/page-header";
import { PopButton, PopLink } from "@/components/pop-link";
import { ThemeSwitch } from "@/components/theme-switch";
import { findSamples, rememberNothing } from "../../actions";
import { KitAgenda, KitHeat, KitMoney, KitTasks } from "../../home-cards";
import { type Samples, samples } from "../../samples";

const ICONS: readonly IconName[] = [
  "house",
  "calendar",
  "inbox",
  "party",
  "users",
  "file",
  "wallet",
  "utensils",
  "chart",
];
const COUNTS: Record<number, number> = { 2: 4, 6: 2 };

/** The shell around a home page, as the product has it. */
export default async function KitShellPage() {
  const t = samples(await getLocale());
  const nav = t.nav.map((label, index): NavItem => {
    const href = index === 0 ? "/dev/kit/shell" : `/dev/kit/shell/${index}`;
    return { href, label, icon: ICONS[index] ?? "house", count: COUNTS[index], exact: index === 0 };
  });
  return (
    <AppShell
      organization={{ name: "Quinta Los Arrayanes" }}
      nav={nav}
      footNav={[{ href: "/dev/kit", label: t.settings, icon: "settings", exact: true }]}
      person={{ name: "Mariana Valle" }}
      switcher={<KitSwitcher />}
      personMenu={<KitPersonMenu t={t} />}
      palette={{ actions: nav.map((item) => ({ ...item, key: item.href, group: t.group })), search: findSamples }}
      fab={{ href: "/dev/kit", label: t.newInquiry }}
    >
      <p className="text-muted text-sm">{t.date}</p>
      <PageHeader title={t.greeting} />
      <div className="grid items-start gap-3.5 lg:grid-cols-2">
        <KitTasks t={t} />
        <KitHeat t={t} />
        <KitAgenda t={t} />
        <KitMoney t={t} />
      </div>
    </AppShell>
  );
}

function KitSwitcher() {
  return (
    <form action={rememberNothing}>
      <PopButton current>Quinta Los Arrayanes</PopButton>
      <PopButton>Salón Ribera</PopButton>
    </form>
  );
}

function KitPersonMenu({ t }: { t: Samples }) {
  return (
    <>
      <ThemeSwitch value="system" action={rememberNothing} className="mb-1" />
      <PopLink href="/dev/kit" icon="user">
        {t.account}
      </PopLink>
      <form action={rememberNothing}>
        <PopButton icon="log-out">{t.signOut}</PopButton>
      </form>
    </>
  );
}
