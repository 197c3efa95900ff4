"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { isCurrent } from "./is-current";
import { tabClass, tabListClass } from "./tabs";

export type TabLink = { href: string; label: string; count?: number; exact?: boolean };

/** Parts of one thing, each at its own address. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  const path = usePathname();
  return (
    <nav aria-label={label} className={tabListClass}>
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={isCurrent(link.href, path, link.exact) ? "page" : undefined}
          className={tabClass}
        >
          {link.label}
          {link.count !== undefined && <span className="ml-1.5 text-faint">{link.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
