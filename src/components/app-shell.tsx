import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "./avatar";
import { BottomBar } from "./bottom-bar";
import { CommandPalette, PaletteButton } from "./command-palette";
import { Icon } from "./icon";
import { type NavItem, NavList } from "./nav-list";
import { OrganizationMark } from "./organization-mark";
import type { PaletteItem, PaletteSearch } from "./palette-item";
import { Pop } from "./pop";
import { Toaster } from "./toaster";

export type { NavItem } from "./nav-list";

export type AppShellProps = {
  organization: { name: string; logoUrl?: string };
  /** Content of the panel under the organization's name: the others to change to. */
  switcher?: ReactNode;
  /** The first four are the phone's bottom bar. */
  nav: readonly NavItem[];
  /** The lines at the foot of the rail. */
  footNav?: readonly NavItem[];
  person: { name: string; pictureUrl?: string };
  /** Content of the panel over the person's name: account, theme, way out. */
  personMenu: ReactNode;
  palette?: { actions: readonly PaletteItem[]; search: PaletteSearch };
  /** The phone's round button: the one thing that is done most. */
  fab?: { href: string; label: string };
  /** Over the page: an expired trial, a demo. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page: rail on a desk, bottom bar on a phone. */
export function AppShell(props: AppShellProps) {
  const t = useTranslations("ui.shell");
  const { nav, footNav = [], palette, fab, banner, children } = props;
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[212px_minmax(0,1fr)]">
      <a
        href="#content"
        className="-translate-y-20 fixed top-2 left-2 z-50 rounded bg-accent px-4 py-2.5 font-[560] text-on-accent text-sm shadow focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <Rail {...props} />
      <div className="min-w-0">
        {banner}
        <main id="content" tabIndex={-1} className="px-4 pt-4.5 pb-38 outline-none md:px-7 md:pb-12">
          {children}
        </main>
      </div>
      <nav
        aria-label={t("main")}
        className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {fab && (
          <Link
            href={fab.href}
            aria-label={fab.label}
            title={fab.label}
            className="absolute right-4.5 bottom-full mb-4 grid size-14 place-items-center rounded-[18px] bg-accent text-on-accent shadow"
          >
            <Icon name="plus" className="size-6" />
          </Link>
        )}
        <BottomBar items={nav.slice(0, 4)} more={t("more")} moreId="shell-more" />
        <MorePanel {...props} items={[...nav.slice(4), ...footNav]} />
      </nav>
      {palette && <CommandPalette {...palette} />}
      <Toaster />
    </div>
  );
}

function Rail({ organization, switcher, nav, footNav = [], person, personMenu, palette }: AppShellProps) {
  const t = useTranslations("ui.shell");
  const name = <span className="min-w-0 truncate font-[620] text-sm">{organization.name}</span>;
  return (
    <header className="sticky top-0 hidden h-dvh flex-col gap-0.5 overflow-y-auto border-line border-r px-2.5 py-3 md:flex">
      {switcher ? (
        <button
          type="button"
          popoverTarget="shell-organization"
          title={t("organization")}
          className="mb-1.5 flex items-center gap-[9px] rounded px-2 py-1.5 text-left hover:bg-sunken"
        >
          <OrganizationMark {...organization} />
          {name}
          <Icon name="switch" label={t("organization")} className="ml-auto size-3.5 text-faint" />
        </button>
      ) : (
        <Link
          href={nav[0]?.href ?? "/"}
          aria-label={t("home", { name: organization.name })}
          className="mb-1.5 flex items-center gap-[9px] rounded px-2 py-1.5"
        >
          <OrganizationMark {...organization} />
          {name}
        </Link>
      )}
      {switcher && (
        <Pop id="shell-organization" label={t("organization")} className="top-13 left-2.5 max-h-[70dvh] w-64">
          {switcher}
        </Pop>
      )}
      {palette && <PaletteButton className="mb-2.5" />}
      <nav aria-label={t("main")}>
        <NavList items={nav} />
      </nav>
      <nav aria-label={t("account")} className="mt-auto flex flex-col gap-0.5 pt-4">
        <NavList items={footNav} />
        <button
          type="button"
          popoverTarget="shell-person"
          className="flex items-center gap-2.5 rounded px-[9px] py-[7px] text-left font-medium text-muted text-sm hover:bg-sunken hover:text-text"
        >
          <Avatar name={person.name} src={person.pictureUrl} size="sm" className="-ml-px" />
          <span className="min-w-0 truncate">{person.name}</span>
        </button>
        <Pop id="shell-person" label={person.name} className="bottom-13 left-2.5 w-72">
          {personMenu}
        </Pop>
      </nav>
    </header>
  );
}

function MorePanel(props: AppShellProps & { items: readonly NavItem[] }) {
  const t = useTranslations("ui.shell");
  const { organization, switcher, items, person, personMenu, palette } = props;
  return (
    <Pop
      id="shell-more"
      label={t("more")}
      className="inset-x-0 bottom-0 max-h-[88dvh] w-full animate-slide rounded-none rounded-t border-x-0 border-b-0 px-3 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] backdrop:bg-veil"
    >
      <p className="mb-3 flex items-center gap-2.5 px-2 font-[620] text-md">
        <OrganizationMark {...organization} />
        <span className="min-w-0 truncate">{organization.name}</span>
      </p>
      {palette && <PaletteButton className="mb-2" />}
      <NavList items={items} />
      {switcher && <div className="mt-2 border-line border-t pt-2">{switcher}</div>}
      <div className="mt-2 border-line border-t pt-2">
        <p className="flex items-center gap-2.5 px-2.5 py-1.5 font-medium text-sm">
          <Avatar name={person.name} src={person.pictureUrl} size="sm" />
          <span className="min-w-0 truncate">{person.name}</span>
        </p>
        {personMenu}
      </div>
    </Pop>
  );
}
