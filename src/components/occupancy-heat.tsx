import Link from "next/link";
import { cn } from "./class-names";
import { heatLevel } from "./heat-level";

export type HeatDay = {
  /** What the square shows: the day of the month. */
  day: number;
  /** Share sold, 0 to 1. */
  share: number;
  /** The same in words: "sábado 19, 96 % ocupado". */
  label: string;
  href?: string;
  today?: boolean;
};
export type OccupancyHeatProps = {
  label: string;
  days: readonly HeatDay[];
  /** Column of the first day, 0 is the first of the week. */
  firstColumn?: number;
  /** One- or two-letter names of the weekdays, in order. */
  weekdays?: readonly string[];
};

const LEVEL = [
  "bg-[color-mix(in_srgb,var(--confirmed)_5%,var(--surface))] text-muted",
  "bg-[color-mix(in_srgb,var(--confirmed)_16%,var(--surface))] text-text",
  "bg-[color-mix(in_srgb,var(--confirmed)_38%,var(--surface))] text-text",
  "bg-confirmed text-surface",
];
const START = ["", "col-start-2", "col-start-3", "col-start-4", "col-start-5", "col-start-6", "col-start-7"];

/** A month as squares: the fuller the day, the darker. */
export function OccupancyHeat({ label, days, firstColumn = 0, weekdays }: OccupancyHeatProps) {
  return (
    <div>
      {weekdays && (
        <div aria-hidden="true" className="mb-1 grid grid-cols-7 gap-1 text-center text-faint text-xs">
          {weekdays.map((name, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two weekdays may share a letter.
            <span key={index}>{name}</span>
          ))}
        </div>
      )}
      <ul aria-label={label} className="grid grid-cols-7 gap-1">
        {days.map((day, index) => {
          const look = cn(
            "block h-6 rounded-sm text-center font-medium text-[0.6875rem] leading-6 pointer-coarse:h-9 pointer-coarse:leading-9",
            LEVEL[heatLevel(day.share)],
            day.today && "ring-2 ring-accent ring-offset-1 ring-offset-surface",
          );
          return (
            <li key={day.day} className={index === 0 ? START[firstColumn] : undefined}>
              {day.href ? (
                <Link href={day.href} prefetch={false} title={day.label} aria-label={day.label} className={look}>
                  {day.day}
                </Link>
              ) : (
                <span title={day.label} className={look}>
                  <span aria-hidden="true">{day.day}</span>
                  <span className="sr-only">{day.label}</span>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
