"use client";

import { createContext, useContext } from "react";
import type { FormState } from "@/kernel/form-state";

type FormContextValue = { id: string; state: FormState; pending: boolean };
type FieldContextValue = {
  id: string;
  name: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
  value?: string;
};

export const FormContext = createContext<FormContextValue | null>(null);
export const FieldContext = createContext<FieldContextValue | null>(null);

type ControlProps = {
  id?: string;
  name?: string;
  required?: boolean;
  defaultValue?: string | number | readonly string[];
  "aria-describedby"?: string;
  "aria-invalid"?: unknown;
};

/** What a control takes from the field around it; its own props win. */
export function useControl<P extends ControlProps>(props: P) {
  const field = useContext(FieldContext);
  if (!field) return props;
  return {
    ...props,
    id: props.id ?? field.id,
    name: props.name ?? field.name,
    required: props.required ?? field.required,
    "aria-describedby": [props["aria-describedby"], field.describedBy].filter(Boolean).join(" ") || undefined,
    "aria-invalid": field.invalid || undefined,
    defaultValue: "value" in props ? undefined : (field.value ?? props.defaultValue),
  };
}
