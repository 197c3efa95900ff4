"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Icon } from "./icon";
import { matches } from "./palette-match";

export type ComboboxOption = { value: string; label: string; hint?: string };
export type ComboboxChoices = {
  options: readonly ComboboxOption[];
  /** Asks the server for options as the person types; `options` are what is shown before. */
  search?: (query: string) => Promise<readonly ComboboxOption[]>;
};

type Props = ComboboxChoices & {
  id: string;
  button: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  chosen?: ComboboxOption;
  onChoose: (option: ComboboxOption) => void;
};

const MOST = 100;

/** The field and the list under a combobox; fetched with the first one that opens. */
export default function ComboboxPanel({ options, search, id, button, open, onOpenChange, chosen, onChoose }: Props) {
  const t = useTranslations("ui.combobox");
  const [query, setQuery] = useState("");
  const offered = useOffered(options, query, search);
  const leftByPointer = useRef(false);

  const choose = (option: ComboboxOption) => {
    setQuery("");
    onChoose(option);
  };

  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Anchor virtualRef={button} />
      <Popover.Portal>
        <Popover.Content
          id={id}
          aria-label={t("search")}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={() => {
            leftByPointer.current = false;
          }}
          onInteractOutside={(event) => {
            // The button closes it by itself; closed here first, its press would open it again.
            if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault();
            else leftByPointer.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!leftByPointer.current) button.current?.focus();
          }}
          className="z-50 w-(--radix-popover-trigger-width) min-w-56 animate-appear overflow-hidden rounded border border-line bg-surface shadow"
        >
          <Command shouldFilter={false} loop label={t("search")} defaultValue={chosen?.value}>
            <Command.Input
              value={query}
              onValueChange={setQuery}
              placeholder={t("search")}
              className="h-10 w-full border-line border-b bg-transparent px-3 text-sm outline-none pointer-coarse:h-11 pointer-coarse:text-[1rem]"
            />
            <Command.List className="max-h-64 overflow-y-auto overscroll-contain p-1">
              {offered.length === 0 && (
                <p role="status" className="px-2.5 py-4 text-center text-muted text-sm">
                  {query ? t("empty", { query }) : t("emptyPlain")}
                </p>
              )}
              {offered.slice(0, MOST).map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.value}
                  onSelect={() => choose(option)}
                  className="flex cursor-default items-center gap-2 rounded-sm px-2.5 py-1.5 text-sm data-[selected=true]:bg-sunken pointer-coarse:min-h-11"
                >
                  <span className="min-w-0 truncate">{option.label}</span>
                  {option.hint && <span className="min-w-0 truncate text-muted text-xs">{option.hint}</span>}
                  {option.value === chosen?.value && <Icon name="check" className="ml-auto text-accent" />}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function useOffered(options: readonly ComboboxOption[], query: string, search: ComboboxChoices["search"]) {
  const [found, setFound] = useState(options);
  useEffect(() => {
    if (!search || !query.trim()) return;
    let stale = false;
    const timer = setTimeout(() => {
      search(query.trim()).then(
        (next) => !stale && setFound(next),
        () => !stale && setFound([]),
      );
    }, 180);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [query, search]);
  if (search && query.trim()) return found;
  return options.filter((option) => matches(query, `${option.label} ${option.hint ?? ""}`));
}
