"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "./form-context";

export type ChoicesProps = { name: string; legend: string; hint?: string; children: ReactNode };

/** Several of a few, under one legend that carries their one error. */
export function Choices({ name, legend, hint, children }: ChoicesProps) {
  const form = useContext(FormContext);
  const error = form?.state.fields?.[name];
  const id = `${form?.id}-${name}`;
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={[hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined}
    >
      <legend className="font-[560] text-sm">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-muted text-xs">
          {hint}
        </p>
      )}
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">{children}</div>
      {error && (
        <p id={`${id}-error`} className="mt-1 font-[540] text-danger-ink text-xs">
          {error}
        </p>
      )}
    </fieldset>
  );
}
