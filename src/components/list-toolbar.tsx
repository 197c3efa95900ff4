"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { buttonClass } from "./button";
import { cn } from "./class-names";
import { controlClass } from "./control";
import { FilterChip, type ListFilter } from "./filter-chip";
import { Icon } from "./icon";
import { type ListUrl, listHref, param } from "./list-url";

export type ListToolbarProps = {
  url: ListUrl;
  /** What can be looked for: "Nombre, teléfono o correo". Without it there is no search. */
  searchLabel?: string;
  filters?: readonly ListFilter[];
  /** At the right: how many there are, the export link. */
  actions?: ReactNode;
};

const PAUSE_MS = 250;

/** Search as you type and filters, all of it in the address; without JavaScript a form that asks the same. */
export function ListToolbar({ url, searchLabel, filters = [], actions }: ListToolbarProps) {
  const t = useTranslations("ui");
  const router = useRouter();
  const [searching, startSearch] = useTransition();
  const [typed, setTyped] = useState(param(url, "q") ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = (changes: Record<string, string | undefined>) => {
    clearTimeout(timer.current);
    startSearch(() => router.replace(listHref(url, { q: typed.trim(), ...changes }), { scroll: false }));
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go({ q: text.trim() }), PAUSE_MS);
  };
  const asked = Object.fromEntries(["q", ...filters.map((filter) => filter.param)].map((name) => [name, undefined]));
  const filtered = Object.keys(asked).some((name) => param(url, name));

  return (
    <search className="mb-3 block">
      <form
        action={url.path}
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          go({});
        }}
      >
        {searchLabel && (
          <span className="relative block grow basis-full sm:max-w-80 sm:basis-56">
            <Icon
              name={searching ? "loader" : "search"}
              className={cn("absolute inset-y-0 left-3 my-auto text-faint", searching && "animate-turn")}
            />
            <input
              type="search"
              name="q"
              value={typed}
              onChange={(event) => type(event.target.value)}
              aria-label={searchLabel}
              placeholder={searchLabel}
              autoComplete="off"
              className={cn(controlClass, "h-8.5 pl-9")}
            />
          </span>
        )}
        {filters.map((filter) => (
          <FilterChip
            key={filter.param}
            filter={filter}
            value={param(url, filter.param) ?? ""}
            onChange={(value) => go({ [filter.param]: value })}
          />
        ))}
        {param(url, "sort") && <input type="hidden" name="sort" value={param(url, "sort")} />}
        <button type="submit" className={cn(buttonClass(), "not-focus:sr-only")}>
          {t("list.search")}
        </button>
        {filtered && (
          <Link
            href={listHref(url, asked)}
            onClick={() => setTyped("")}
            scroll={false}
            prefetch={false}
            className="inline-flex items-center gap-1 px-1.5 py-1 text-muted text-sm hover:text-text hover:underline pointer-coarse:min-h-11"
          >
            <Icon name="x" className="size-3.5" />
            {t("list.clear")}
          </Link>
        )}
        {actions && <div className="ml-auto flex flex-wrap items-center gap-2">{actions}</div>}
        <span role="status" className="sr-only">
          {searching ? t("list.searching") : ""}
        </span>
      </form>
    </search>
  );
}
