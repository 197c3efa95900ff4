"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useEffect, useState } from "react";
import { Icon } from "./icon";
import type { PaletteItem, PaletteSearch } from "./palette-item";
import { matches } from "./palette-match";
import { Skeleton } from "./skeleton";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  actions: readonly PaletteItem[];
  search: PaletteSearch;
};
type Found = { query: string; items: readonly PaletteItem[]; failed: boolean };

const PAUSE_MS = 140;
const NOTHING: Found = { query: "", items: [], failed: false };

export default function CommandPalettePanel({ open, onOpenChange, actions, search }: Props) {
  const t = useTranslations("ui");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<Found>(NOTHING);
  const [selected, setSelected] = useState("");
  const asked = query.trim();
  const searching = asked !== found.query;

  useEffect(() => {
    let stale = false;
    const keep = (next: Found) => {
      if (!stale) setFound(next);
    };
    const timer = setTimeout(() => {
      if (!asked) return keep(NOTHING);
      search(asked).then(
        (items) => keep({ query: asked, items, failed: false }),
        () => keep({ query: asked, items: [], failed: true }),
      );
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [asked, search]);

  const go = (item: PaletteItem) => {
    onOpenChange(false);
    setQuery("");
    router.push(item.href);
  };
  const own = actions.filter((item) => matches(asked, `${item.label} ${item.keywords ?? ""}`));
  const offered = [...found.items, ...own];
  const groups = byGroup(offered);

  // What was found comes on top a moment later; Enter must open that, not what stood there before.
  const first = offered[0]?.key ?? "";
  useEffect(() => setSelected(first), [first]);

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-3 top-3 z-50 animate-appear overflow-hidden rounded border border-line bg-surface shadow focus:outline-none sm:top-[14vh] sm:right-auto sm:left-1/2 sm:w-[36rem] sm:-translate-x-1/2"
        >
          <Dialog.Title className="sr-only">{t("palette.title")}</Dialog.Title>
          <Command shouldFilter={false} loop label={t("palette.title")} value={selected} onValueChange={setSelected}>
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              <Icon name="search" className="text-faint" />
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder={t("palette.placeholder")}
                className="h-12 min-w-0 grow bg-transparent text-md outline-none pointer-coarse:text-[1rem]"
              />
            </div>
            <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto overscroll-contain p-1.5">
              {searching && (
                <Command.Loading>
                  <div className="flex flex-col gap-3 px-2.5 py-3">
                    <Skeleton className="w-2/3" />
                    <Skeleton className="w-1/2" />
                  </div>
                </Command.Loading>
              )}
              {!searching && found.failed && (
                <p role="alert" className="px-2.5 py-3 text-danger-ink text-sm">
                  {t("palette.failed")}
                </p>
              )}
              {!searching && !found.failed && groups.length === 0 && (
                <p role="status" className="px-2.5 py-6 text-center text-muted text-sm">
                  {t("palette.empty", { query: asked })}
                </p>
              )}
              {groups.map(([group, items]) => (
                <Command.Group
                  key={group}
                  heading={group || undefined}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-xs"
                >
                  {items.map((item) => (
                    <PaletteLine key={item.key} item={item} onChoose={() => go(item)} />
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
          <p className="border-line border-t px-4 py-2 text-faint text-xs pointer-coarse:hidden">{t("palette.hint")}</p>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteLine({ item, onChoose }: { item: PaletteItem; onChoose: () => void }) {
  return (
    <Command.Item
      value={item.key}
      onSelect={onChoose}
      className="flex cursor-default items-center gap-2.5 rounded-sm px-2.5 py-2 text-sm data-[selected=true]:bg-sunken pointer-coarse:min-h-11"
    >
      <Icon name={item.icon ?? "arrow-right"} className="text-muted" />
      <span className="min-w-0 truncate font-medium">{item.label}</span>
      {item.hint && <span className="min-w-0 truncate text-muted">{item.hint}</span>}
    </Command.Item>
  );
}

function byGroup(items: readonly PaletteItem[]): [string, PaletteItem[]][] {
  const groups = new Map<string, PaletteItem[]>();
  for (const item of items) {
    const group = item.group ?? "";
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return [...groups];
}
