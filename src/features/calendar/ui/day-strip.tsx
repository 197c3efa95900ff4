import type { Bar } from "../rules";

/** A day as a line: the hours of the event full, its set-up and tear-down hatched. The hours stand beside it in words. */
export function DayStrip({ bar }: { bar: Bar }) {
  return (
    <span aria-hidden="true" className="claim-day">
      <span style={{ left: `${bar.from}%`, width: percent(bar.until - bar.from) }} />
      <span style={{ left: `${bar.start}%`, width: percent(Math.max(2, bar.end - bar.start)) }} />
    </span>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 10) / 10}%`;
}
