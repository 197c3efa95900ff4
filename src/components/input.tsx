"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";
import { controlClass } from "./control";
import { useControl } from "./form-context";

export type InputProps = ComponentProps<"input"> & {
  /** Shown inside, before or after what is typed: a currency, a unit. */
  prefix?: ReactNode;
  suffix?: ReactNode;
};

/** A line of text. Inside a `Field` it takes its id, name, error and description from there. */
export function Input({ className, prefix, suffix, ...props }: InputProps) {
  const control = useControl(props);
  const input = (
    <input
      type="text"
      {...control}
      className={cn(controlClass, "h-9", prefix && "pl-8", suffix && "pr-14", className)}
    />
  );
  if (!prefix && !suffix) return input;
  return (
    <span className="relative block">
      {prefix && (
        <span className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-muted text-sm">
          {prefix}
        </span>
      )}
      {input}
      {suffix && (
        <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-muted text-sm">
          {suffix}
        </span>
      )}
    </span>
  );
}
