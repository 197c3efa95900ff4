import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./class-names";

/** One grey bar where a text or a picture will be. */
export function Skeleton({ className }: { className?: string }) {
  return <span className={cn("block h-3.5 animate-shimmer rounded-sm bg-line", className)} />;
}

/** Says once that something is on its way; the bars inside are for the eye only. */
function Loading({ className, children }: { className?: string; children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <div role="status" aria-busy="true" className={className}>
      <span className="sr-only">{t("loading")}</span>
      <div aria-hidden="true" className="contents">
        {children}
      </div>
    </div>
  );
}

const WIDTHS = ["w-full", "w-11/12", "w-4/5", "w-full", "w-2/3"];

export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <Loading className="flex flex-col gap-2.5">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name.
        <Skeleton key={line} className={WIDTHS[line % WIDTHS.length]} />
      ))}
    </Loading>
  );
}

export function SkeletonTable({ rows = 6, columns = 4 }: { rows?: number; columns?: number }) {
  return (
    <Loading className="rounded border border-line bg-surface">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name.
        <div key={row} className="flex gap-6 border-line border-t px-4 py-3.5 first:border-t-0">
          {Array.from({ length: columns }, (_, column) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name.
              key={column}
              className={cn("grow", column > 1 && "max-sm:hidden", column === 0 && "basis-1/4")}
            >
              <Skeleton className={WIDTHS[(row + column) % WIDTHS.length]} />
            </div>
          ))}
        </div>
      ))}
    </Loading>
  );
}

export function SkeletonCards({ cards = 3 }: { cards?: number }) {
  return (
    <Loading className="grid gap-3.5 sm:grid-cols-2 lg:grid-cols-3">
      {Array.from({ length: cards }, (_, card) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars have no other name.
        <div key={card} className="flex flex-col gap-3 rounded border border-line bg-surface p-[17px]">
          <Skeleton className="h-4 w-1/2" />
          <Skeleton />
          <Skeleton className="w-3/4" />
        </div>
      ))}
    </Loading>
  );
}
