"use client";

import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { controlClass } from "./control";
import { useControl } from "./form-context";

/** Several lines of text; grows with what is typed where the browser can. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  const control = useControl(props);
  return (
    <textarea rows={rows} {...control} className={cn(controlClass, "field-sizing-content min-h-20 py-2", className)} />
  );
}
