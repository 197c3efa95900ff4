"use client";

import { type ComponentProps, type ReactNode, useContext } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import { FormContext } from "./form-context";

type Props = Omit<ComponentProps<"button">, "type" | "children"> & {
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md" | "lg";
  block?: boolean;
  children: ReactNode;
  icon?: ComponentProps<typeof Button>["icon"];
};

/** Sends the form around it, and shows that it is on its way. */
export function SubmitButton({ variant = "primary", ...props }: Props) {
  const form = useContext(FormContext);
  const status = useFormStatus();
  return <Button {...props} variant={variant} type="submit" pending={form ? form.pending : status.pending} />;
}
