"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cn } from "./class-names";
import { Icon } from "./icon";
import { Kbd } from "./kbd";
import type { PaletteItem, PaletteSearch } from "./palette-item";

const OPEN = "open-palette";
const Panel = dynamic(() => import("./command-palette-panel"), { ssr: false });

/** Ctrl K from anywhere. Its code is fetched the first time it opens, so it costs the first load nothing. */
export function CommandPalette({ actions, search }: { actions: readonly PaletteItem[]; search: PaletteSearch }) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);

  useEffect(() => {
    const show = () => {
      setUsed(true);
      setOpen(true);
    };
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setUsed(true);
      setOpen((was) => !was);
    };
    window.addEventListener(OPEN, show);
    window.addEventListener("keydown", press);
    return () => {
      window.removeEventListener(OPEN, show);
      window.removeEventListener("keydown", press);
    };
  }, []);

  return used ? <Panel open={open} onOpenChange={setOpen} actions={actions} search={search} /> : null;
}

/** The search field of the rail, which is a button. */
export function PaletteButton({ className }: { className?: string }) {
  const t = useTranslations("ui.shell");
  return (
    <button
      type="button"
      data-closes
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => window.dispatchEvent(new Event(OPEN))}
      className={cn(
        "flex w-full items-center gap-2 rounded border border-line bg-surface px-[9px] py-1.5 text-faint text-sm transition-colors hover:border-line-strong pointer-coarse:min-h-11",
        className,
      )}
    >
      <Icon name="search" />
      <span className="grow text-left">{t("search")}</span>
      <Kbd className="pointer-coarse:hidden">Ctrl K</Kbd>
    </button>
  );
}
