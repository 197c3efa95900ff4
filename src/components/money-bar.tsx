import type { ReactNode } from "react";
import { cn } from "./class-names";
import { TONE_SOLID, type Tone } from "./tone";

export type MoneyBarProps = {
  /** The parts in order, in the same unit as `total`. */
  parts: readonly { tone: Tone; value: number }[];
  total: number;
  /** What the bar says, in words: "$87,000 pagado de $290,000". */
  label: string;
  /** Below, at the left and at the right. */
  lead?: ReactNode;
  trail?: ReactNode;
};

/** Paid, due and open at a glance. */
export function MoneyBar({ parts, total, label, lead, trail }: MoneyBarProps) {
  return (
    <div>
      <div role="img" aria-label={label} className="flex h-[9px] overflow-hidden rounded-full bg-sunken">
        {parts.map((part, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts have an order and no name.
            key={index}
            className={cn(TONE_SOLID[part.tone], part.tone === "hold" && "opacity-60")}
            style={{ width: `${total > 0 ? Math.max(0, Math.min(100, (part.value / total) * 100)) : 0}%` }}
          />
        ))}
      </div>
      {(lead || trail) && (
        <p className="mt-2 flex flex-wrap justify-between gap-x-3 text-sm">
          <b>{lead}</b>
          <span className="text-muted">{trail}</span>
        </p>
      )}
    </div>
  );
}
