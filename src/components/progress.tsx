import { cn } from "./class-names";

export type ProgressProps = {
  label: string;
  /** From 0 to `max`; without it the work has no known end. */
  value?: number;
  max?: number;
  className?: string;
};

/** How far something is that takes more than a second. */
export function Progress({ label, value, max = 100, className }: ProgressProps) {
  const share = value === undefined ? 40 : Math.max(0, Math.min(100, (value / max) * 100));
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value === undefined ? undefined : Math.round(share)}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cn("h-1.5 w-full overflow-hidden rounded-full bg-sunken", className)}
    >
      <div
        className={cn(
          "h-full rounded-full bg-accent transition-[width] duration-300",
          value === undefined && "animate-travel motion-reduce:translate-x-3/4",
        )}
        style={{ width: `${share}%` }}
      />
    </div>
  );
}
