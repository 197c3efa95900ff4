"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useEffect, useState } from "react";
import { cn } from "./class-names";
import { controlClass } from "./control";
import { useControl } from "./form-context";
import { Icon } from "./icon";
import { matches } from "./palette-match";

export type ComboboxOption = { value: string; label: string; hint?: string };
export type ComboboxProps = {
  options: readonly ComboboxOption[];
  /** Asks the server for options as the person types; `options` are what is shown before. */
  search?: (query: string) => Promise<readonly ComboboxOption[]>;
  name?: string;
  id?: string;
  defaultValue?: string;
  placeholder?: string;
  disabled?: boolean;
  onValueChange?: (value: string) => void;
};

const MOST = 100;

/** One of many, found by typing. For up to a dozen choices `Select` is better. */
export function Combobox({ options, search, placeholder, disabled, onValueChange, ...props }: ComboboxProps) {
  const t = useTranslations("ui.combobox");
  const { name, defaultValue, required: _, ...control } = useControl({ ...props, required: undefined });
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(() => options.find((option) => option.value === defaultValue));
  const offered = useOffered(options, query, search);

  const choose = (option: ComboboxOption) => {
    setChosen(option);
    setOpen(false);
    setQuery("");
    onValueChange?.(option.value);
  };

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <input type="hidden" name={name} value={chosen?.value ?? ""} />
      <Popover.Trigger asChild>
        <button
          {...control}
          type="button"
          role="combobox"
          aria-expanded={open}
          disabled={disabled}
          className={cn(controlClass, "flex h-9 items-center gap-2 text-left", !chosen && "text-muted")}
        >
          <span className="min-w-0 grow truncate">{chosen?.label ?? placeholder ?? t("choose")}</span>
          <Icon name="switch" className="size-4 text-muted" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t("search")}
          align="start"
          sideOffset={4}
          collisionPadding={8}
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

function useOffered(options: readonly ComboboxOption[], query: string, search: ComboboxProps["search"]) {
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
