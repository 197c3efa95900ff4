import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { OccupancyHeat } from "@/components/occupancy-heat";
import { calendarGrid } from "@/features/calendar/queries";
import { daysBetween, occupancyOf } from "@/features/calendar/rules";
import { endingHolds, eventsOfTheDays, unconfirmedEvents, waitingRoom } from "@/features/home/queries";
import { DayCard } from "@/features/home/ui/days";
import { Greeting } from "@/features/home/ui/greeting";
import { NeedsYou } from "@/features/home/ui/needs-you";
import { can } from "@/features/identity/authorize";
import { listVenues } from "@/features/venues/queries";
import { Temporal } from "@/kernel/time";
import { wallClock } from "@/kernel/wall-clock";
import { currentVisitor, type MemberCtx, memberCtx } from "@/web/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** What needs this person now, by what their role lets them do; then how full the month is, and today and tomorrow. */
export default async function HomePage() {
  const ctx = await memberCtx("event.read");
  const zone = (await currentVisitor())?.organization?.timeZone ?? "UTC";
  const local = ctx.now.toZonedDateTimeISO(zone).toPlainDateTime();
  const greeting = <Greeting name={ctx.actor.name} local={local.toString({ smallestUnit: "minute" })} />;
  const venues = await listVenues(ctx);
  if (venues.every((venue) => venue.spaces.length === 0)) {
    return (
      <>
        {greeting}
        <Beginning ctx={ctx} />
      </>
    );
  }
  const sells = can(ctx, "event.update");
  const events = await eventsOfTheDays(ctx);
  return (
    <>
      {greeting}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {(sells || can(ctx, "job.read")) && (
            <NeedsYou
              holds={sells ? await endingHolds(ctx) : []}
              unconfirmed={sells ? await unconfirmedEvents(ctx) : []}
              waiting={can(ctx, "job.read") ? await waitingRoom(ctx) : null}
              mayHold={can(ctx, "event.create")}
            />
          )}
          <DayCard day="today" events={events.filter(({ day }) => day === "today")} />
          <DayCard day="tomorrow" events={events.filter(({ day }) => day === "tomorrow")} />
        </div>
        <Month ctx={ctx} today={local.toPlainDate()} />
      </div>
    </>
  );
}

async function Month({ ctx, today }: { ctx: MemberCtx; today: Temporal.PlainDate }) {
  const t = await getTranslations("home");
  const format = await getFormatter();
  const first = today.with({ day: 1 });
  const range = { from: first.toString(), to: first.add({ months: 1 }).toString() };
  const grid = await calendarGrid(ctx, range);
  const shares = daysBetween(range.from, range.to).map((date) => ({ date, share: occupancyOf(grid, date) ?? 0 }));
  const percentOf = (share: number) => Math.round(share * 100);
  const average = shares.reduce((sum, day) => sum + day.share, 0) / shares.length;
  const days = shares.map(({ date, share }) => ({
    day: Number(date.slice(8)),
    share,
    label: t("heat_day", {
      day: format.dateTime(wallClock(date), { weekday: "long", day: "numeric", timeZone: "UTC" }),
      percent: percentOf(share),
    }),
    href: `/calendar?view=day&date=${date}`,
    today: date === today.toString(),
  }));
  const weekdays = daysBetween("2024-01-01", "2024-01-08").map((date) =>
    format.dateTime(wallClock(date), { weekday: "narrow", timeZone: "UTC" }),
  );
  const month = format.dateTime(wallClock(range.from), { month: "long", timeZone: "UTC" });
  return (
    <Card
      title={<span className="inline-block first-letter:uppercase">{month}</span>}
      actions={<span className="text-muted text-sm">{t("occupied", { percent: percentOf(average) })}</span>}
    >
      <OccupancyHeat
        label={t("heat", { month })}
        days={days}
        firstColumn={Temporal.PlainDate.from(range.from).dayOfWeek - 1}
        weekdays={weekdays}
      />
    </Card>
  );
}

async function Beginning({ ctx }: { ctx: MemberCtx }) {
  const t = await getTranslations("home.beginning");
  const mayAdd = can(ctx, "venue.update");
  return (
    <Card>
      <EmptyState
        icon="building"
        title={t("title")}
        text={mayAdd ? t("text") : t("text_others")}
        action={
          mayAdd && (
            <>
              <Button href="/settings/venues" variant="primary" icon="plus">
                {t("add_space")}
              </Button>
              {can(ctx, "member.invite") && (
                <Button href="/settings/members" icon="user-plus">
                  {t("invite")}
                </Button>
              )}
            </>
          )
        }
      />
    </Card>
  );
}
