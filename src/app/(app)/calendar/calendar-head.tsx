import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Button } from "@/components/button";
import { cn } from "@/components/class-names";
import { Icon } from "@/components/icon";
import { IconButton } from "@/components/icon-button";
import { Segmented } from "@/components/segmented";
import { stepOf } from "@/features/calendar/rules";
import { type CalendarAddress, calendarViews } from "@/features/calendar/schema";
import { wallClock } from "@/kernel/wall-clock";
import { calendarHref } from "./address";

type Props = {
  address: CalendarAddress;
  date: string;
  today: string;
  range: { from: string; to: string };
  venues: readonly { id: string; name: string }[];
  counts: { holds: number; confirmed: number };
  canHold: boolean;
  children: ReactNode;
};

/** Which days, how to see them, and what to see of them. All of it is links: the address is the state. */
export async function CalendarHead(props: Props) {
  const { address, date, today, canHold, children } = props;
  const t = await getTranslations("calendar");
  const { view } = address;
  const views = calendarViews.map((value) => ({
    value,
    label: t(`views.${value}`),
    href: calendarHref(address, { view: value }),
  }));
  return (
    <header className="mb-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2.5">
        <h1 className="mr-1 min-w-0 first-letter:uppercase">{await titleOf(props)}</h1>
        <div className="flex items-center gap-1">
          <IconButton
            icon="chevron-left"
            label={t(`previous.${view}`)}
            href={calendarHref(address, { date: stepOf(view, date, -1) })}
          />
          <Button href={calendarHref(address, { date: undefined })} aria-current={date === today ? "date" : undefined}>
            {t("today")}
          </Button>
          <IconButton
            icon="chevron-right"
            label={t(`next.${view}`)}
            href={calendarHref(address, { date: stepOf(view, date, 1) })}
          />
        </div>
        <div className="flex grow flex-wrap items-center justify-end gap-2">
          {children}
          <Segmented label={t("view")} value={view} segments={views} />
          {canHold && (
            <Button
              variant="primary"
              icon="plus"
              href={calendarHref(address, { hold: "new" })}
              scroll={false}
              className="max-md:hidden"
            >
              {t("hold")}
            </Button>
          )}
        </div>
      </div>
      <Filters {...props} />
    </header>
  );
}

async function titleOf({ address, date, range }: Props): Promise<string> {
  const format = await getFormatter();
  if (address.view === "month") {
    return format.dateTime(wallClock(date), { month: "long", year: "numeric", timeZone: "UTC" });
  }
  if (address.view === "day") {
    const day = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
    return format.dateTime(wallClock(date), day);
  }
  const week = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return format.dateTimeRange(wallClock(range.from), wallClock(range.to) - 86_400_000, week);
}

async function Filters({ address, venues, counts }: Props) {
  const t = await getTranslations("calendar");
  const chip = (on: boolean, tone: string) =>
    cn(
      "inline-flex h-[26px] items-center gap-1.5 whitespace-nowrap rounded-full px-2.5 font-[560] text-xs pointer-coarse:h-9",
      on ? "bg-accent text-on-accent" : tone,
    );
  const { venue, show } = address;
  return (
    <nav aria-label={t("only")} className="mt-2.5 flex flex-wrap gap-1.5">
      {venues.length > 1 && (
        <>
          <Link
            href={calendarHref(address, { venue: undefined })}
            aria-current={venue ? undefined : "true"}
            className={chip(false, venue ? "text-muted hover:bg-sunken" : "bg-sunken text-text")}
          >
            <Icon name="pin" className="size-[13px]" />
            {t("all_venues")}
          </Link>
          {venues.map(({ id, name }) => (
            <Link
              key={id}
              href={calendarHref(address, { venue: id })}
              aria-current={venue === id ? "true" : undefined}
              className={chip(false, venue === id ? "bg-sunken text-text" : "text-muted hover:bg-sunken")}
            >
              {name}
            </Link>
          ))}
        </>
      )}
      <Link
        href={calendarHref(address, { show: show === "holds" ? undefined : "holds" })}
        aria-current={show === "holds" ? "true" : undefined}
        className={chip(show === "holds", "bg-hold-soft text-hold-ink")}
      >
        {t("holds", { count: counts.holds })}
      </Link>
      <Link
        href={calendarHref(address, { show: show === "confirmed" ? undefined : "confirmed" })}
        aria-current={show === "confirmed" ? "true" : undefined}
        className={chip(show === "confirmed", "bg-confirmed-soft text-confirmed-ink")}
      >
        {t("confirmed", { count: counts.confirmed })}
      </Link>
    </nav>
  );
}
