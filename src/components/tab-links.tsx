"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { isCurrent } from "./is-current";
import { tabClass, tabListClass } from "./tabs";

export type TabLink = { href: string; label: string; count?: number; exact?: boolean };

/** Parts of one thing, each at its own address. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On a phone the row is longer than the screen: the page's own tab is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path, another tab.
  useEffect(() => {
    const now = nav.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (now && nav.current) nav.current.scrollLeft = now.offsetLeft - nav.current.offsetLeft - 24;
  }, [path]);
  return (
    <nav ref={nav} aria-label={label} className={tabListClass}>
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
