import type { ReactNode } from "react";
import { cn } from "./class-names";

export type DescriptionListProps = {
  items: readonly { term: ReactNode; value: ReactNode }[];
  className?: string;
};

/** Facts of one thing: what it is called at the left, what it is at the right. */
export function DescriptionList({ items, className }: DescriptionListProps) {
  return (
    <dl className={cn("grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-5 gap-y-[7px] text-sm", className)}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never reordered.
        <div key={index} className="contents">
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0 break-words">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
