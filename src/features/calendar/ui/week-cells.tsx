"use client";

import { useTranslations } from "next-intl";

type Props = { row: number; weekends: readonly boolean[]; canHold: boolean };

/** The days of a row, as buttons for who may hold. Made in the browser too, so that the page says each only once. */
export function WeekCells({ row, weekends, canHold }: Props) {
  const t = useTranslations("calendar");
  return (
    <div className="week-cells">
      {weekends.map((isWeekend, column) => {
        const [cell, look] = [`${row}:${column}`, isWeekend ? "weekend" : undefined];
        if (!canHold) return <div key={cell} className={look} />;
        return (
          <button
            key={cell}
            type="button"
            data-cell={cell}
            tabIndex={row === 0 && column === 0 ? 0 : -1}
            aria-labelledby={`calendar-hold calendar-space-${row} calendar-day-${column}`}
            title={t("hold_here")}
            className={look}
          />
        );
      })}
    </div>
  );
}
