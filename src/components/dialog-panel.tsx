"use client";

import { useTranslations } from "next-intl";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, type RefObject, useState } from "react";
import { cn } from "./class-names";
import { IconButton } from "./icon-button";

export type DialogContent = {
  title: string;
  description?: ReactNode;
  /** `sheet` comes from the side, and from below on a phone. */
  shape?: "dialog" | "sheet";
  wide?: boolean;
  children: ReactNode;
};

type Props = DialogContent & {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What opened it, if that is a button of its own. */
  button: RefObject<HTMLButtonElement | null>;
};

const SHAPE = {
  dialog:
    "inset-x-0 bottom-0 max-h-[92dvh] rounded-t sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:max-h-[86dvh] sm:w-[min(30rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded animate-rise",
  sheet:
    "inset-x-0 bottom-0 max-h-[92dvh] rounded-t sm:inset-y-0 sm:left-auto sm:max-h-none sm:w-[min(26rem,100vw)] sm:rounded-none animate-rise",
};

/** The part of a dialog that is fetched with the first one that opens. */
export default function DialogPanel({ title, description, shape = "dialog", wide, children, ...rest }: Props) {
  const { id, open, onOpenChange, button } = rest;
  const t = useTranslations("ui");
  const [wasOpen, setWasOpen] = useState(false);
  const [before, setBefore] = useState<Element | null>(null);
  // While it is drawn, because afterwards a field inside may have taken the focus already.
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setBefore(document.activeElement);
  }
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <Radix.Content
          id={id}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const back = button.current ?? before;
            if (back instanceof HTMLElement) back.focus();
          }}
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
