"use client";

import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { IconButton } from "./icon-button";
import { type Trigger, TriggerButton } from "./trigger";

export type DialogProps = {
  title: string;
  description?: ReactNode;
  trigger?: Trigger;
  /** For a caller that decides itself when it is open. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** `sheet` comes from the side, and from below on a phone. */
  shape?: "dialog" | "sheet";
  wide?: boolean;
  children: ReactNode;
};

const SHAPE = {
  dialog:
    "inset-x-0 bottom-0 max-h-[92dvh] rounded-t sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[86dvh] sm:w-[min(30rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded animate-rise",
  sheet:
    "inset-x-0 bottom-0 max-h-[92dvh] rounded-t sm:inset-y-0 sm:left-auto sm:max-h-none sm:w-[min(26rem,100vw)] sm:rounded-none animate-rise",
};

/** A question or a small task over the page; on a phone it rises from below. */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  shape = "dialog",
  wide,
  children,
}: DialogProps) {
  const t = useTranslations("ui");
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && (
        <Radix.Trigger asChild>
          <TriggerButton trigger={trigger} />
        </Radix.Trigger>
      )}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <Radix.Content
          className={cn(
            "fixed z-50 flex flex-col overflow-y-auto overscroll-contain border border-line bg-surface p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow focus:outline-none",
            SHAPE[shape],
            wide && "sm:w-[min(44rem,calc(100vw-2rem))]",
          )}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <header className="mb-4 pr-9">
            <Radix.Title className="font-[640] text-lg tracking-[-0.012em]">{title}</Radix.Title>
            {description && <Radix.Description className="mt-0.5 text-muted text-sm">{description}</Radix.Description>}
          </header>
          {children}
          {/* Last, so that the focus starts in the first field and not on the way out. */}
          <Radix.Close asChild>
            <IconButton icon="x" label={t("close")} className="absolute top-3.5 right-3.5" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The row of buttons that ends a dialog; the one that acts comes last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-wrap justify-end gap-2">{children}</div>;
}

/** A button that closes the dialog around it. */
export function DialogClose({ label }: { label: string }) {
  return (
    <Radix.Close asChild>
      <TriggerButton trigger={{ label }} />
    </Radix.Close>
  );
}
