import { daysBetween, type Grid, occupancyOf, onDay, only, rangeOf } from "@/features/calendar/rules";
import type { CalendarAddress } from "@/features/calendar/schema";
import type { Day } from "@/features/calendar/ui/day";
import { DayList } from "@/features/calendar/ui/day-list";
import { DayTimeline } from "@/features/calendar/ui/day-timeline";
import { MonthGrid } from "@/features/calendar/ui/month-grid";
import { WeekGrid } from "@/features/calendar/ui/week-grid";
import { calendarHref } from "./address";

type Props = {
  address: CalendarAddress;
  grid: Grid;
  date: string;
  today: string;
  range: { from: string; to: string };
  canHold: boolean;
};

/** The view that the address asks for; week and day become a list of rooms on a phone. */
export function CalendarBody({ address, grid: whole, date, today, range, canHold }: Props) {
  const grid = only(whole, address.show);
  const dayOf = (day: string): Day => ({
    date: day,
    occupancy: occupancyOf(whole, day),
    isToday: day === today,
    isWeekend: [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()),
  });
  if (address.view === "month") {
    const days = daysBetween(range.from, range.to).map((day) => ({
      ...dayOf(day),
      href: calendarHref(address, { view: "day", date: day }),
      inMonth: day.slice(0, 7) === date.slice(0, 7),
      claims: onDay(grid, day).claims,
    }));
    return <MonthGrid days={days} />;
  }
  const week = rangeOf("week", date);
  const days = daysBetween(week.from, week.to).map(dayOf);
  const hrefs = (view: CalendarAddress["view"]) =>
    Object.fromEntries(days.map((day) => [day.date, calendarHref(address, { view, date: day.date })]));
  return (
    <>
      <div className="md:hidden">
        <DayList grid={onDay(grid, date)} date={date} days={days} dayHref={hrefs(address.view)} canHold={canHold} />
      </div>
      <div className="max-md:hidden">
        {address.view === "day" ? (
          <DayTimeline grid={onDay(grid, date)} date={date} canHold={canHold} />
        ) : (
          <WeekGrid grid={grid} days={days} dayHref={hrefs("day")} canHold={canHold} />
        )}
      </div>
    </>
  );
}
