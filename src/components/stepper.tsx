import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Icon } from "./icon";

export type Step = { key: string; label: string; detail?: ReactNode; state: "done" | "now" | "next"; href?: string };

/** The steps of a task or of a deal, with the present one lit; on a phone only that one and how far it is. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  const t = useTranslations("ui");
  const at = Math.max(
    0,
    steps.findIndex((step) => step.state === "now"),
  );
  const now = steps[at];
  return (
    <nav aria-label={label}>
      <div aria-hidden="true" className="sm:hidden">
        <p className="flex items-baseline justify-between gap-3 text-sm">
          <b className="text-accent-ink">{now?.label}</b>
          <span className="text-muted text-xs">{t("step.position", { current: at + 1, total: steps.length })}</span>
        </p>
        <div className="mt-2 flex gap-1">
          {steps.map((step) => (
            <span key={step.key} className={cn("h-1.5 grow rounded-full", BAR[step.state])} />
          ))}
        </div>
      </div>
      <ol className="flex max-sm:sr-only">
        {steps.map((step) => (
          <li
            key={step.key}
            aria-current={step.state === "now" ? "step" : undefined}
            className={cn(
              "relative min-w-0 flex-1 border border-line border-r-0 bg-surface text-sm first:rounded-l last:rounded-r last:border-r",
              step.state === "now" &&
                "z-1 border-[color-mix(in_srgb,var(--accent)_35%,var(--line))] bg-accent-soft outline-1 outline-[color-mix(in_srgb,var(--accent)_35%,var(--line))] -outline-offset-1",
            )}
          >
            <StepBody step={step} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

const BAR = { done: "bg-confirmed", now: "bg-accent", next: "bg-line-strong" };

function StepBody({ step }: { step: Step }) {
  const t = useTranslations("ui");
  const inside = (
    <>
      <b
        className={cn(
          "flex items-center gap-1",
          step.state === "done" && "text-confirmed",
          step.state === "now" && "text-accent-ink",
        )}
      >
        {step.state === "done" && <Icon name="check" label={t("step.done")} className="size-3.5" />}
        <span className="truncate">{step.label}</span>
      </b>
      {step.detail && <span className="block truncate">{step.detail}</span>}
    </>
  );
  if (step.href === undefined) return <div className="px-3.5 py-2.5">{inside}</div>;
  return (
    <Link href={step.href} className="block px-3.5 py-2.5 hover:underline hover:underline-offset-2">
      {inside}
    </Link>
  );
}
