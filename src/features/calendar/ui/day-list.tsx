import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/class-names";
import { wallClock } from "@/kernel/wall-clock";
import { type CalendarVenue, type Claim, claimsOn, type Grid } from "../rules";
import { ClaimCard, SharedCard } from "./claim-card";
import type { Day } from "./day";

type Props = {
  grid: Grid;
  date: string;
  days: readonly Day[];
  dayHref: Record<string, string>;
  canHold: boolean;
};

/** The phone's calendar: the week as a row of days, and under it the chosen day by venue and room. */
export function DayList({ grid, date, days, dayHref, canHold }: Props) {
  let row = 0;
  return (
    <div>
      <DayPicker days={days} dayHref={dayHref} date={date} />
      {grid.venues.map((venue) => (
        <section key={venue.id} aria-label={venue.name} className="mt-4">
          <h2 className="mb-1.5 text-muted text-xs">{venue.name}</h2>
          <ul className="overflow-hidden rounded border border-line bg-surface">
            {venue.spaces.map((space) => (
              <li key={space.id} className="border-line border-t px-3.5 py-2.5 first:border-t-0">
                <Room {...{ venue, space, date, canHold }} claims={grid.claims} row={row++} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function DayPicker({ days, dayHref, date }: Pick<Props, "days" | "dayHref" | "date">) {
  const t = useTranslations("calendar");
  const format = useFormatter();
  return (
    <nav aria-label={t("days")} className="grid grid-cols-7 gap-1">
      {days.map((day) => {
        const on = day.date === date;
        const percent = Math.round((day.occupancy ?? 0) * 100);
        return (
          <Link
            key={day.date}
            href={dayHref[day.date] ?? ""}
            aria-current={on ? "date" : undefined}
            className={cn(
              "rounded py-1.5 text-center text-xs",
              on ? "bg-accent text-on-accent" : "text-muted hover:bg-sunken",
            )}
          >
            <span className="block">
              {format.dateTime(wallClock(day.date), { weekday: "narrow", timeZone: "UTC" })}
            </span>
            <span className={cn("block font-semibold text-md", !on && (day.isToday ? "text-accent-ink" : "text-text"))}>
              {Number(day.date.slice(8))}
            </span>
            <span
              aria-hidden="true"
              className="mx-auto mt-0.5 block h-[3px] w-7 overflow-hidden rounded-full bg-current/20"
            >
              <span className="block h-full bg-current" style={{ width: `${percent}%` }} />
            </span>
            <span className="sr-only">{t("occupied", { percent })}</span>
          </Link>
        );
      })}
    </nav>
  );
}

type RoomProps = {
  venue: CalendarVenue;
  space: CalendarVenue["spaces"][number];
  claims: readonly Claim[];
  date: string;
  row: number;
  canHold: boolean;
};

function Room({ venue, space, claims, date, row, canHold }: RoomProps) {
  const t = useTranslations("calendar");
  const { own, shared } = claimsOn(space, claims);
  const stretch = { first: date, last: date };
  return (
    <>
      <div className="flex items-center gap-3">
        <p className="min-w-0 grow text-sm">
          <span id={`calendar-room-${row}`} className="font-[560]">
            {space.name}
          </span>
          <span className="text-muted text-xs"> {t("capacity", { capacity: space.capacity })}</span>
        </p>
        {canHold && (
          <button
            type="button"
            data-room={row}
            aria-labelledby={`calendar-hold calendar-room-${row}`}
            className="min-h-11 rounded px-2.5 font-[540] text-accent-ink text-sm"
          >
            {own.length + shared.length === 0 ? t("free_hold") : t("hold")}
          </button>
        )}
      </div>
      {own.length + shared.length > 0 && (
        <ul className="mt-1.5 flex flex-col gap-1.5">
          {own.map((claim) => (
            <li key={claim.id}>
              <ClaimCard claim={claim} stretch={stretch} dayCutoff={venue.dayCutoff} className="py-2" />
            </li>
          ))}
          {shared.map((claim) => (
            <li key={claim.id}>
              <SharedCard claim={claim} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
