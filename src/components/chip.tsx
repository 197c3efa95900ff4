import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";
import { TONE_SOFT, type Tone } from "./tone";

export type ChipProps = { tone?: Tone; icon?: IconName; className?: string; children: ReactNode };

/** A state in a word or two. A hold is dashed, so that it differs from a confirmed one without colour. */
export function Chip({ tone = "neutral", icon, className, children }: ChipProps) {
  return (
    <span
      className={cn(
        "inline-flex h-[22px] max-w-full items-center gap-[5px] whitespace-nowrap rounded-full px-2 font-[560] text-xs",
        TONE_SOFT[tone],
        tone === "hold" && "outline-1 outline-hold/60 outline-dashed -outline-offset-1",
        className,
      )}
    >
      {icon && <Icon name={icon} className="size-[13px]" />}
      <span className="truncate">{children}</span>
    </span>
  );
}
