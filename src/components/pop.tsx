"use client";

import type { MouseEvent, ReactNode } from "react";
import { cn } from "./class-names";

export type PopProps = { id: string; label: string; className?: string; children: ReactNode };

/**
 * A panel that the browser itself opens and closes (`popovertarget` on a button), so the shell needs no code for it.
 * Following a link inside closes it, because the page around it stays.
 */
export function Pop({ id, label, className, children }: PopProps) {
  const closeAfterLink = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest("a, [data-closes]")) event.currentTarget.hidePopover();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard follows a link through the same click event.
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      onClick={closeAfterLink}
      className={cn(
        "fixed inset-auto m-0 animate-appear overflow-y-auto rounded border border-line bg-surface p-1.5 text-text shadow backdrop:bg-transparent",
        className,
      )}
    >
      {children}
    </div>
  );
}
