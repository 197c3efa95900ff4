"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

export type Tab = { value: string; label: string; count?: number; content: ReactNode };
export type TabsProps = { label: string; tabs: readonly Tab[]; defaultValue?: string };

export const tabListClass =
  "flex gap-5 overflow-x-auto overflow-y-hidden border-line border-b text-sm font-[540] [scrollbar-width:none]";
export const tabClass =
  "relative shrink-0 whitespace-nowrap py-2.5 text-muted transition-colors hover:text-text focus-visible:-outline-offset-2 after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 data-[state=active]:text-text data-[state=active]:after:bg-accent aria-[current=page]:text-text aria-[current=page]:after:bg-accent";

/** Parts of one page, one at a time. For parts with an address of their own use `TabLinks`. */
export function Tabs({ label, tabs, defaultValue = tabs[0]?.value }: TabsProps) {
  return (
    <Radix.Root defaultValue={defaultValue}>
      <Radix.List aria-label={label} className={tabListClass}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={tabClass}>
            {tab.label}
            {tab.count !== undefined && <span className="ml-1.5 text-faint">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-4">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
