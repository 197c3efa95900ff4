import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/class-names";
import { Icon } from "@/components/icon";
import { wallClock } from "@/kernel/wall-clock";
import type { CalendarVenue, Grid } from "../rules";
import type { Day } from "./day";
import { WeekRow } from "./week-row";

type Props = { grid: Grid; days: readonly Day[]; dayHref: Record<string, string>; canHold: boolean };

/** A week: rooms down, days across, a card in each day cell that something takes. Each venue folds. */
export function WeekGrid({ grid, days, dayHref, canHold }: Props) {
  const t = useTranslations("calendar");
  const rowsBefore = grid.venues.map((_, index) =>
    grid.venues.slice(0, index).reduce((sum, venue) => sum + venue.spaces.length, 0),
  );
  const spaces = grid.venues.reduce((sum, venue) => sum + venue.spaces.length, 0);
  return (
    <div className="overflow-hidden rounded border border-line bg-surface">
      <div className="grid grid-cols-[10.5rem_minmax(0,1fr)] border-line border-b">
        <p className="px-3 py-2.5 text-faint text-xs">{t("spaces", { count: spaces })}</p>
        <div className="grid grid-cols-7">
          {days.map((day, column) => (
            <DayHead key={day.date} day={day} id={`calendar-day-${column}`} href={dayHref[day.date] ?? ""} />
          ))}
        </div>
      </div>
      {grid.venues.map((venue, index) => (
        <VenueRows
          key={venue.id}
          venue={venue}
          grid={grid}
          days={days}
          firstRow={rowsBefore[index] ?? 0}
          canHold={canHold}
        />
      ))}
    </div>
  );
}

function DayHead({ day, id, href }: { day: Day; id: string; href: string }) {
  const t = useTranslations("calendar");
  const format = useFormatter();
  const percent = day.occupancy === null ? null : Math.round(day.occupancy * 100);
  return (
    <a href={href} className="block border-line border-l px-2.5 pt-2 pb-[7px] hover:bg-sunken">
      <span className="flex items-baseline gap-1 text-sm">
        <span
          id={id}
          aria-current={day.isToday ? "date" : undefined}
          className={cn("font-[560]", day.isToday && "text-accent-ink underline decoration-2 underline-offset-4")}
        >
          {format.dateTime(wallClock(day.date), { weekday: "short", day: "numeric", timeZone: "UTC" })}
        </span>
        {percent !== null && (
          <span className="ml-auto text-faint text-xs">
            <span className="sr-only">{t("occupied", { percent })}</span>
            <span aria-hidden="true">{t("percent", { percent })}</span>
          </span>
        )}
      </span>
      <span aria-hidden="true" className="mt-1.5 block h-[3px] overflow-hidden rounded-full bg-sunken">
        <span className="block h-full bg-confirmed/75" style={{ width: `${percent ?? 0}%` }} />
      </span>
    </a>
  );
}

type RowsProps = { venue: CalendarVenue; grid: Grid; days: readonly Day[]; firstRow: number; canHold: boolean };

function VenueRows({ venue, grid, days, firstRow, canHold }: RowsProps) {
  const claims = grid.claims.filter((claim) => claim.venueId === venue.id);
  return (
    <details open className="group border-line border-b last:border-b-0">
      <summary className="flex h-7 items-center gap-1.5 bg-paper px-2.5 font-semibold text-muted text-xs [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-down" className="-rotate-90 size-[13px] transition-transform group-open:rotate-0" />
        {venue.name}
      </summary>
      {venue.spaces.map((space, index) => (
        <WeekRow
          key={space.id}
          space={space}
          venue={venue}
          claims={claims}
          days={days}
          row={firstRow + index}
          canHold={canHold}
        />
      ))}
    </details>
  );
}
