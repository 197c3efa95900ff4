"use client";

import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { controlClass } from "./control";
import { useControl } from "./form-context";
import { Icon } from "./icon";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectProps = ComponentProps<"select"> & {
  options: readonly SelectOption[];
  /** The first, empty choice. */
  placeholder?: string;
};

/** The browser's own list, because nothing beats it on a phone. */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  const control = useControl(props);
  return (
    <span className="relative block">
      <select {...control} className={cn(controlClass, "h-9 appearance-none pr-9", className)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" className="pointer-events-none absolute inset-y-0 right-2.5 my-auto text-muted" />
    </span>
  );
}
