import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { eventTypes } from "@/features/bookings/rules";
import { calendarGrid } from "@/features/calendar/queries";
import { daysBetween, type Grid, notBefore, onDay, rangeOf, withOpenableClosures } from "@/features/calendar/rules";
import { type CalendarAddress, calendarSchema } from "@/features/calendar/schema";
import { CloseDesk } from "@/features/calendar/ui/close-desk";
import { HoldDesk } from "@/features/calendar/ui/hold-desk";
import { Legend } from "@/features/calendar/ui/legend";
import { OpenDesk } from "@/features/calendar/ui/open-desk";
import { can } from "@/features/identity/authorize";
import { listVenues } from "@/features/venues/queries";
import { Messages } from "@/web/messages";
import { currentVisitor, type MemberCtx, memberCtx } from "@/web/page-context";
import { close, hold, open } from "./actions";
import { calendarHref } from "./address";
import { CalendarBody } from "./calendar-body";
import { CalendarHead } from "./calendar-head";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar"))("title") };
}

/** The calendar: where the product is at home. The address says view, day and filters. */
export default async function CalendarPage({ searchParams }: Props) {
  const ctx = await memberCtx("event.read");
  const address = calendarSchema.parse(await searchParams);
  const zone = (await currentVisitor())?.organization?.timeZone ?? "UTC";
  const today = ctx.now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const date = address.date ?? today;
  const range = rangeOf(address.view, date);
  const canClose = can(ctx, "closure.update");
  const found = await calendarGrid(ctx, { ...range, venueId: address.venue });
  const grid = canClose ? withOpenableClosures(found) : found;
  const venues = await listVenues(ctx);
  const spaces = grid.venues.flatMap((venue) => venue.spaces.map(({ id }) => id));
  if (spaces.length === 0 && !address.venue) return <NoSpaces ctx={ctx} />;
  const canHold = can(ctx, "event.create");
  return (
    <Messages namespaces={["calendar"]}>
      <CalendarHead {...{ address, date, today, range, venues, canHold }} counts={countsOf(grid, range)}>
        {canClose && <CloseDesk venues={venues} date={notBefore(date, today)} action={close} />}
      </CalendarHead>
      <CalendarBody {...{ address, grid, date, today, range, canHold }} />
      <Legend />
      {canClose && <OpenDesk action={open} />}
      {canHold && (
        <Desk {...{ address, date, venues }} rows={spaces} days={daysBetween(range.from, range.to)} today={today} />
      )}
    </Messages>
  );
}

type DeskProps = {
  address: CalendarAddress;
  date: string;
  today: string;
  venues: Awaited<ReturnType<typeof listVenues>>;
  rows: string[];
  days: string[];
};

async function Desk({ address, date, today, venues, rows, days }: DeskProps) {
  const t = await getTranslations("events.type");
  const types = eventTypes.map((type) => ({ value: type, label: t(type) }));
  return (
    <>
      <p className="sr-only">{(await getTranslations("calendar"))("keys")}</p>
      <HoldDesk
        venues={venues.filter((venue) => venue.spaces.length > 0)}
        date={notBefore(date, today)}
        {...{ rows, days, types }}
        asked={address.hold !== undefined}
        backHref={calendarHref(address, {})}
        action={hold}
      />
    </>
  );
}

async function NoSpaces({ ctx }: { ctx: MemberCtx }) {
  const t = await getTranslations("calendar");
  const mayAdd = can(ctx, "venue.update");
  return (
    <>
      <h1>{t("title")}</h1>
      <EmptyState
        icon="building"
        title={t("empty.title")}
        text={mayAdd ? t("empty.text") : t("empty.text_viewer")}
        action={
          mayAdd && (
            <Button href="/settings/venues" variant="primary" icon="plus">
              {t("empty.action")}
            </Button>
          )
        }
      />
    </>
  );
}

function countsOf(grid: Grid, range: { from: string; to: string }) {
  const shown = daysBetween(range.from, range.to).flatMap((day) => onDay(grid, day).claims);
  const events = [...new Set(shown)].filter((claim) => claim.kind === "event");
  return {
    holds: events.filter((claim) => !claim.blocking).length,
    confirmed: events.filter((claim) => claim.blocking).length,
  };
}
