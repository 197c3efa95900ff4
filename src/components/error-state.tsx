import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Icon } from "./icon";

export type ErrorStateProps = {
  title?: ReactNode;
  /** What happened, that nothing was lost, and what to do. */
  text?: ReactNode;
  /** The number that finds this fault in the log. */
  reference?: string;
  action?: ReactNode;
  className?: string;
};

/** A part or a page that could not be shown. */
export function ErrorState({ title, text, reference, action, className }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className={cn("flex flex-col items-center px-6 py-12 text-center", className)}>
      <span className="mb-3 grid size-12 place-items-center rounded bg-danger-soft text-danger-ink">
        <Icon name="warning" className="size-6" />
      </span>
      <h2>{title ?? t("error.title")}</h2>
      <p className="mt-1 max-w-[46ch] text-balance text-muted text-sm">{text ?? t("error.text")}</p>
      {reference && <p className="mt-2 font-medium text-muted text-xs">{t("error.reference", { reference })}</p>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
