import type { Bar } from "../rules";

/** A day as a line: the hours of the event full, its set-up and tear-down hatched. The hours stand beside it in words. */
export function DayStrip({ bar }: { bar: Bar }) {
  return (
    <span
      aria-hidden="true"
      className="relative mt-1 block h-1 overflow-hidden rounded-full bg-[color-mix(in_srgb,currentColor_11%,transparent)]"
    >
      <span
        className="absolute inset-y-0 opacity-60 [background:repeating-linear-gradient(135deg,currentColor_0_1px,transparent_1px_3px)]"
        style={{ left: `${bar.from}%`, width: `${bar.until - bar.from}%` }}
      />
      <span
        className="absolute inset-y-0 rounded-full bg-current"
        style={{ left: `${bar.start}%`, width: `${Math.max(2, bar.end - bar.start)}%` }}
      />
    </span>
  );
}
