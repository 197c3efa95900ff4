import Link from "next/link";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";

export type Segment = { value: string; label: string; href?: string; icon?: IconName };
export type SegmentedProps = {
  label: string;
  value: string;
  segments: readonly Segment[];
  /** For segments without an address. */
  onValueChange?: (value: string) => void;
  className?: string;
};

/** Two to five ways to look at the same thing. */
export function Segmented({ label, value, segments, onValueChange, className }: SegmentedProps) {
  return (
    <fieldset aria-label={label} className={cn("inline-flex max-w-full rounded bg-sunken p-0.5", className)}>
      {segments.map((segment) => {
        const on = segment.value === value;
        const look = cn(
          "inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-[6px] px-3 py-[5px] font-[540] text-sm transition-colors pointer-coarse:min-h-10",
          on ? "bg-raised text-text shadow-raised" : "text-muted hover:text-text",
        );
        const inside = (
          <>
            {segment.icon && <Icon name={segment.icon} className="size-[15px]" />}
            {segment.label}
          </>
        );
        return segment.href !== undefined ? (
          <Link key={segment.value} href={segment.href} aria-current={on ? "true" : undefined} className={look}>
            {inside}
          </Link>
        ) : (
          <button
            key={segment.value}
            type="button"
            aria-pressed={on}
            onClick={() => onValueChange?.(segment.value)}
            className={look}
          >
            {inside}
          </button>
        );
      })}
    </fieldset>
  );
}
