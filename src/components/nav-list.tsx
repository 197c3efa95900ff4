"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";
import { isCurrent } from "./is-current";

export type NavItem = { href: string; label: string; icon: IconName; count?: number; exact?: boolean };

/** The lines of the rail, and of the panel behind "more" on a phone. */
export function NavList({ items }: { items: readonly NavItem[] }) {
  const path = usePathname();
  return (
    <ul className="flex flex-col gap-0.5">
      {items.map((item) => {
        const current = isCurrent(item.href, path, item.exact);
        return (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={current ? "page" : undefined}
              className={cn(
                "flex items-center gap-2.5 rounded px-[9px] py-[7px] font-medium text-sm transition-colors hover:bg-sunken hover:text-text pointer-coarse:min-h-11",
                current ? "bg-sunken text-text" : "text-muted",
              )}
            >
              <Icon name={item.icon} />
              <span className="min-w-0 grow truncate">{item.label}</span>
              <NavCount count={item.count} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function NavCount({ count }: { count?: number }) {
  if (!count) return null;
  return (
    <b className="rounded-full bg-accent-soft px-[7px] font-semibold text-[0.6875rem] text-accent-ink">
      {count > 99 ? "99+" : count}
    </b>
  );
}
