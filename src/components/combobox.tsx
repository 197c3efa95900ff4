"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { cn } from "./class-names";
import type { ComboboxChoices, ComboboxOption } from "./combobox-panel";
import { controlClass } from "./control";
import { useControl } from "./form-context";
import { Icon } from "./icon";

export type { ComboboxOption } from "./combobox-panel";

export type ComboboxProps = ComboboxChoices & {
  name?: string;
  id?: string;
  defaultValue?: string;
  placeholder?: string;
  disabled?: boolean;
  onValueChange?: (value: string) => void;
};

const fetchPanel = () => import("./combobox-panel");
const ComboboxPanel = dynamic(fetchPanel, { ssr: false });
const warm = () => {
  fetchPanel().catch(() => {}); // without a network now, there may be one when it opens
};

/**
 * One of many, found by typing. For up to a dozen choices `Select` is better. The list is fetched when somebody
 * reaches for it, so it costs the first load nothing.
 */
export function Combobox({ options, search, placeholder, disabled, onValueChange, ...props }: ComboboxProps) {
  const t = useTranslations("ui.combobox");
  const { name, defaultValue, required: _, ...control } = useControl({ ...props, required: undefined });
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const [chosen, setChosen] = useState(() => options.find((option) => option.value === defaultValue));

  const toggle = () => {
    setUsed(true);
    setOpen(!open);
  };
  const choose = (option: ComboboxOption) => {
    setChosen(option);
    setOpen(false);
    onValueChange?.(option.value);
  };

  return (
    <>
      <input type="hidden" name={name} value={chosen?.value ?? ""} />
      <button
        {...control}
        ref={button}
        type="button"
        role="combobox"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        disabled={disabled}
        onPointerEnter={warm}
        onFocus={warm}
        onClick={toggle}
        className={cn(controlClass, "flex h-9 items-center gap-2 text-left", !chosen && "text-muted")}
      >
        <span className="min-w-0 grow truncate">{chosen?.label ?? placeholder ?? t("choose")}</span>
        <Icon name="switch" className="size-4 text-muted" />
      </button>
      {used && (
        <ComboboxPanel
          {...{ options, search, button, open, chosen }}
          id={panelId}
          onOpenChange={setOpen}
          onChoose={choose}
        />
      )}
    </>
  );
}
