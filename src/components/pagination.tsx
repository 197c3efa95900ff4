import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";

export type PaginationProps = { previousHref?: string; nextHref?: string; summary?: ReactNode };

/** The way through a long list by cursor: there is a next and a previous, and no number of pages to be wrong about. */
export function Pagination({ previousHref, nextHref, summary }: PaginationProps) {
  const t = useTranslations("ui");
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={t("list.pages")} className="mt-3 flex flex-wrap items-center justify-between gap-3">
      <p className="text-muted text-sm">{summary}</p>
      <div className="flex gap-2">
        {previousHref && (
          <Button href={previousHref} rel="prev" prefetch={false} icon="chevron-left">
            {t("list.previous")}
          </Button>
        )}
        {nextHref && (
          <Button href={nextHref} rel="next" prefetch={false} icon="chevron-right" className="flex-row-reverse">
            {t("list.next")}
          </Button>
        )}
      </div>
    </nav>
  );
}
