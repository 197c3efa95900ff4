import { useTranslations } from "next-intl";
import { cn } from "@/components/class-names";
import { type CalendarSpace, type CalendarVenue, type Claim, claimsOn, daysOf } from "../rules";
import { ClaimCard, SharedCard } from "./claim-card";
import type { Day } from "./day";
import { SpaceHead } from "./space-head";

type Props = {
  space: CalendarSpace;
  venue: CalendarVenue;
  claims: readonly Claim[];
  days: readonly Day[];
  row: number;
  canHold: boolean;
};

/** One room through the week. Under the cards each day is a button that holds the room for that day. */
export function WeekRow({ space, venue, claims, days, row, canHold }: Props) {
  const place = (claim: Claim) => columnsOf(claim, days, venue.dayCutoff);
  const { own, shared } = claimsOn(
    space,
    claims.filter((claim) => place(claim).shown),
  );
  return (
    <div className="grid grid-cols-[10.5rem_minmax(0,1fr)] border-line border-t">
      <SpaceHead space={space} id={`calendar-space-${row}`} />
      <div className="relative min-h-16">
        <div className="absolute inset-0 grid grid-cols-7">
          {days.map((day, column) => (
            <Cell key={day.date} day={day} row={row} column={column} canHold={canHold} />
          ))}
        </div>
        <ul className="pointer-events-none relative grid min-h-16 grid-flow-row-dense grid-cols-7 gap-y-1 py-[5px]">
          {own.map((claim) => (
            <li key={claim.id} style={{ gridColumn: place(claim).css }} className="min-w-0 px-[5px]">
              <ClaimCard claim={claim} stretch={place(claim)} dayCutoff={venue.dayCutoff} />
            </li>
          ))}
          {shared.map((claim) => (
            <li key={claim.id} style={{ gridColumn: place(claim).css }} className="min-w-0 px-[5px]">
              <SharedCard claim={claim} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Cell({ day, row, column, canHold }: { day: Day; row: number; column: number; canHold: boolean }) {
  const t = useTranslations("calendar");
  const look = cn("border-line border-l", day.isWeekend && "bg-[color-mix(in_srgb,var(--sunken)_45%,transparent)]");
  if (!canHold) return <div className={look} />;
  return (
    <button
      type="button"
      data-cell={`${row}:${column}`}
      tabIndex={row === 0 && column === 0 ? 0 : -1}
      aria-labelledby={`calendar-hold calendar-space-${row} calendar-day-${column}`}
      title={t("hold_here")}
      className={cn(
        look,
        "group/cell text-transparent hover:bg-accent-soft focus-visible:z-1 focus-visible:-outline-offset-2",
      )}
    />
  );
}

/** The columns of the days that a claim takes, cut to the days that are shown. */
function columnsOf(claim: Claim, days: readonly Day[], dayCutoff: string) {
  const { first, last } = daysOf(claim, dayCutoff);
  const shown = days.filter(({ date }) => date >= first && date <= last).map(({ date }) => date);
  const from = shown[0] ?? first;
  const to = shown.at(-1) ?? last;
  const start = days.findIndex(({ date }) => date === from) + 1;
  return { shown: shown.length > 0, first: from, last: to, css: `${start} / span ${Math.max(1, shown.length)}` };
}
