import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { DescriptionList } from "@/components/description-list";
import { PageHeader } from "@/components/page-header";
import { historyOf } from "@/features/audit/queries";
import { changedFields } from "@/features/audit/rules";
import { type EventDetail, getEvent } from "@/features/bookings/queries";
import { EventChanges } from "@/features/bookings/ui/event-changes";
import { EventPlaces } from "@/features/bookings/ui/event-places";
import { EventStatusChip } from "@/features/bookings/ui/event-status";
import { When } from "@/features/bookings/ui/when";
import { Temporal, toDate } from "@/kernel/time";
import { Messages } from "@/web/messages";
import { orNotFound } from "@/web/or-not-found";
import { type MemberCtx, memberCtx } from "@/web/page-context";
import { MoreToDo, NextStep } from "./next-step";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await memberCtx("event.read");
  const event = await orNotFound(getEvent(ctx, { eventId: (await params).id }));
  return { title: `${event.title} · ${event.number}` };
}

/** The one record of an event: what, when, where, how many, the next step, and what changed. */
export default async function EventPage({ params }: Props) {
  const ctx = await memberCtx("event.read");
  const event = await orNotFound(getEvent(ctx, { eventId: (await params).id }));
  const t = await getTranslations("events");
  const history = await historyOf(ctx, "event.read", { type: "event", id: event.id });
  const deeds = history.map((entry) => ({ ...entry, fields: changedFields(entry.before, entry.after) }));
  return (
    <Messages namespaces={["events", "calendar"]}>
      <PageHeader
        breadcrumb={[{ href: "/events", label: t("title") }]}
        title={event.title}
        status={<EventStatusChip status={event.status} />}
        subtitle={<Line ctx={ctx} event={event} />}
        actions={<MoreToDo ctx={ctx} event={event} />}
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <NextStep ctx={ctx} event={event} />
          <EventPlaces {...event} />
          <Card title={t("changes.title")} id="history">
            <EventChanges deeds={deeds} now={toDate(ctx.now)} />
          </Card>
        </div>
        <Facts event={event} />
      </div>
    </Messages>
  );
}

async function Line({ ctx, event }: { ctx: MemberCtx; event: EventDetail }) {
  const t = await getTranslations("events");
  const parts = [
    event.spaces.join(" + "),
    event.headCount === null ? null : t("people", { count: event.headCount }),
    await daysLeft(ctx, event),
  ];
  return (
    <>
      <When start={event.start} end={event.end} />
      {parts.filter(Boolean).map((part) => ` · ${part}`)}
    </>
  );
}

async function daysLeft(ctx: MemberCtx, event: EventDetail): Promise<string> {
  const t = await getTranslations("events");
  const since = (instant: Temporal.Instant) => Temporal.Instant.compare(instant, ctx.now) <= 0;
  if (since(event.startsAt) && !since(event.endsAt)) return t("now");
  const today = ctx.now.toZonedDateTimeISO(event.timeZone).toPlainDate();
  const days = today.until(Temporal.PlainDateTime.from(event.start).toPlainDate()).days;
  return days >= 0 ? t("days_left", { days }) : t("days_ago", { days: -days });
}

async function Facts({ event }: { event: EventDetail }) {
  const t = await getTranslations("events");
  const items = [
    { term: t("facts.number"), value: event.number },
    { term: t("facts.client"), value: event.clientName ?? <span className="text-muted">{t("facts.none")}</span> },
    { term: t("facts.kind"), value: t(`type.${event.type}`) },
    { term: t("facts.venue"), value: event.venueName },
    ...(event.overrideReason ? [{ term: t("facts.override"), value: event.overrideReason }] : []),
  ];
  return (
    <Card title={t("facts.title")} className="self-start">
      <DescriptionList items={items} />
    </Card>
  );
}
