"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "./class-names";
import { Icon } from "./icon";
import { isCurrent } from "./is-current";
import type { NavItem } from "./nav-list";

const CELL = "relative flex min-h-14 flex-col items-center justify-center gap-[3px] pt-1.5 font-[520] text-[0.6875rem]";

/** The bar under the thumb: four places and the way to the rest. */
export function BottomBar({ items, more, moreId }: { items: readonly NavItem[]; more: string; moreId: string }) {
  const path = usePathname();
  const elsewhere = !items.some((item) => isCurrent(item.href, path, item.exact));
  return (
    <ul className="grid auto-cols-fr grid-flow-col">
      {items.map((item) => {
        const current = isCurrent(item.href, path, item.exact);
        return (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={current ? "page" : undefined}
              className={cn(CELL, current ? "text-accent" : "text-muted")}
            >
              <Icon name={item.icon} className="size-[22px]" />
              <span className="max-w-full truncate px-0.5">{item.label}</span>
              {item.count ? (
                <b className="absolute top-1 left-1/2 ml-1.5 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.625rem] text-on-accent leading-4">
                  {item.count > 99 ? "99+" : item.count}
                </b>
              ) : null}
            </Link>
          </li>
        );
      })}
      <li>
        <button
          type="button"
          popoverTarget={moreId}
          className={cn(CELL, "w-full", elsewhere ? "text-accent" : "text-muted")}
        >
          <Icon name="menu" className="size-[22px]" />
          {more}
        </button>
      </li>
    </ul>
  );
}
