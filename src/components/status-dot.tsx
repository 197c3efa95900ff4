import type { ReactNode } from "react";
import { cn } from "./class-names";
import { TONE_SOLID, type Tone } from "./tone";

export type StatusDotProps = { tone?: Tone; children: ReactNode; className?: string };

/** A state beside its words: live, paused, failing. */
export function StatusDot({ tone = "confirmed", children, className }: StatusDotProps) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-muted text-xs", className)}>
      <span aria-hidden="true" className={cn("size-[7px] shrink-0 rounded-full", TONE_SOLID[tone])} />
      {children}
    </span>
  );
}
