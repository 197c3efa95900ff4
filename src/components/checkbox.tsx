"use client";

import { type ComponentProps, type ReactNode, useContext, useId } from "react";
import { cn } from "./class-names";
import { FormContext } from "./form-context";
import { Icon } from "./icon";

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  /** The label is read aloud but not drawn, as in the first column of a table. */
  hideLabel?: boolean;
};

/** Yes or no, with its label at the right. */
export function Checkbox({ label, hint, error, hideLabel, className, ...props }: CheckboxProps) {
  const form = useContext(FormContext);
  const ownId = useId();
  // Several boxes of one name are told apart by their value.
  const id = props.id ?? [form?.id ?? ownId, props.name ?? "box", props.value].filter(Boolean).join("-");
  const shown = error ?? (props.name ? form?.state.fields?.[props.name] : undefined);
  const describedBy = [hint && `${id}-hint`, shown && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={className}>
      <label className="inline-flex items-start gap-2.5 py-1 text-sm pointer-coarse:min-h-11 pointer-coarse:items-center">
        <span className="relative grid size-[18px] shrink-0 place-items-center">
          <input
            {...props}
            id={id}
            type="checkbox"
            aria-describedby={describedBy}
            aria-invalid={shown ? true : undefined}
            className="peer size-[18px] appearance-none rounded-sm border border-line-field bg-surface transition-colors checked:border-accent checked:bg-accent hover:border-accent disabled:opacity-50 aria-invalid:border-danger"
          />
          <Icon
            name="check"
            className="pointer-events-none absolute size-3.5 text-on-accent opacity-0 peer-checked:opacity-100"
          />
        </span>
        <span className={cn(hideLabel && "sr-only")}>{label}</span>
      </label>
      {hint && (
        <p id={`${id}-hint`} className="pl-7 text-muted text-xs">
          {hint}
        </p>
      )}
      {shown && (
        <p id={`${id}-error`} className="pl-7 font-[540] text-danger-ink text-xs">
          {shown}
        </p>
      )}
    </div>
  );
}
