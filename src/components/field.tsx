"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useContext, useId } from "react";
import { cn } from "./class-names";
import { FieldContext, FormContext } from "./form-context";
import { Icon } from "./icon";

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Overrides the error that the form's answer holds for this name. */
  error?: string;
  required?: boolean;
  /** The label is read aloud but not drawn. */
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label, control, hint and error of one answer; wires the control inside to all of them. */
export function Field({ name, label, hint, error, required = false, hideLabel, className, children }: FieldProps) {
  const t = useTranslations("ui");
  const form = useContext(FormContext);
  const ownId = useId();
  const id = `${form?.id ?? ownId}-${name}`;
  const shown = error ?? form?.state.fields?.[name];
  const describedBy = [hint && `${id}-hint`, shown && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const value = form?.state.values?.[name];
  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className={cn("font-[560] text-sm", hideLabel && "sr-only")}>
        {label}
        {!required && <span className="font-normal text-faint"> {t("optional")}</span>}
      </label>
      <FieldContext value={{ id, name, describedBy, invalid: Boolean(shown), required, value }}>
        {children}
      </FieldContext>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      )}
      {shown && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 font-[540] text-danger-ink text-xs">
          <Icon name="alert" className="mt-px size-3.5" />
          {shown}
        </p>
      )}
    </div>
  );
}
