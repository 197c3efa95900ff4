"use client";

import { type ReactNode, useContext, useId } from "react";
import { cn } from "./class-names";
import { FormContext } from "./form-context";
import { Icon, type IconName } from "./icon";

export type RadioCard = { value: string; label: string; hint?: ReactNode; icon?: IconName; trailing?: ReactNode };
export type RadioCardsProps = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  hideLegend?: boolean;
  options: readonly RadioCard[];
  defaultValue?: string;
  error?: string;
  disabled?: boolean;
  columns?: 1 | 2 | 3;
  onValueChange?: (value: string) => void;
};

const COLUMNS = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" };

/** One of a few, each with room to explain itself. */
export function RadioCards({ name, legend, hint, hideLegend, options, columns = 1, ...rest }: RadioCardsProps) {
  const form = useContext(FormContext);
  const ownId = useId();
  const id = `${form?.id ?? ownId}-${name}`;
  const chosen = form?.state.values?.[name] ?? rest.defaultValue;
  const error = rest.error ?? form?.state.fields?.[name];
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} disabled={rest.disabled} className="min-w-0">
      <legend className={cn("mb-1.5 font-[560] text-sm", hideLegend && "sr-only")}>{legend}</legend>
      {hint && <p className="-mt-1 mb-2 text-muted text-xs">{hint}</p>}
      <div className={cn("grid gap-2", COLUMNS[columns])}>
        {options.map((option, index) => (
          <label
            key={option.value}
            className="flex items-center gap-3 rounded border border-line-strong bg-surface px-3.5 py-3 transition-colors hover:border-muted has-checked:border-accent has-checked:shadow-[inset_0_0_0_1px_var(--accent)] has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 has-disabled:opacity-55"
          >
            <input
              id={index === 0 ? id : undefined}
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === chosen}
              onChange={() => rest.onValueChange?.(option.value)}
              className="size-[18px] shrink-0 appearance-none rounded-full border-2 border-line-field checked:border-[5.5px] checked:border-accent focus-visible:outline-none"
            />
            {option.icon && <Icon name={option.icon} className="text-muted" />}
            <span className="min-w-0 grow text-sm">
              <span className="block font-[560]">{option.label}</span>
              {option.hint && <span className="block text-muted text-xs">{option.hint}</span>}
            </span>
            {option.trailing && <span className="shrink-0 font-[560] text-sm">{option.trailing}</span>}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex items-start gap-1.5 font-[540] text-danger-ink text-xs">
          <Icon name="alert" className="mt-px size-3.5" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
