"use client";

import Link from "next/link";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";
import { overlayRoot } from "./overlay-root";
import { type Trigger, TriggerButton } from "./trigger";

export type MenuProps = { trigger: Trigger; align?: "start" | "end"; children: ReactNode };

/** More things to do, behind one button. */
export function Menu({ trigger, align = "end", children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <TriggerButton trigger={trigger} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={overlayRoot()}>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 max-w-[calc(100vw-1rem)] animate-appear rounded border border-line bg-surface p-1 shadow"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export type MenuItemProps = {
  icon?: IconName;
  href?: string;
  /** Called in the browser; a server action works too. */
  onSelect?: () => void;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
};

export function MenuItem({ icon, href, onSelect, danger, disabled, children }: MenuItemProps) {
  const look = cn(
    "flex w-full cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-sm outline-none data-highlighted:bg-sunken data-disabled:opacity-50 pointer-coarse:min-h-11",
    danger ? "text-danger-ink data-highlighted:bg-danger-soft" : "text-text",
  );
  const inside = (
    <>
      {icon && <Icon name={icon} className={danger ? "" : "text-muted"} />}
      <span className="min-w-0 grow truncate">{children}</span>
    </>
  );
  return (
    <DropdownMenu.Item asChild={href !== undefined} className={look} disabled={disabled} onSelect={onSelect}>
      {href === undefined ? inside : <Link href={href}>{inside}</Link>}
    </DropdownMenu.Item>
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="mx-1 my-1 h-px bg-line" />;
}
