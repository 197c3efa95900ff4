import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { ListToolbar } from "@/components/list-toolbar";
import { type ListUrl, listHref } from "@/components/list-url";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { listEvents } from "@/features/bookings/queries";
import { eventStatuses } from "@/features/bookings/rules";
import { type EventAddress, eventAddressSchema } from "@/features/bookings/schema";
import { EventTable } from "@/features/bookings/ui/event-table";
import { can } from "@/features/identity/authorize";
import { memberCtx } from "@/web/page-context";

type Props = { searchParams: Promise<ListUrl["params"]> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("events"))("title") };
}

/** All events, a page at a time: search, state, past or to come, in any order; the address says which. */
export default async function EventsPage({ searchParams }: Props) {
  const ctx = await memberCtx("event.read");
  const params = await searchParams;
  const url: ListUrl = { path: "/events", params };
  const search = eventAddressSchema.parse(params);
  const { items, nextCursor } = await listEvents(ctx, search);
  const t = await getTranslations("events");
  const query = listHref(url, {}).split("?")[1];
  const filters = [
    {
      param: "status",
      label: t("list.status"),
      options: eventStatuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
    },
    {
      param: "when",
      label: t("list.when"),
      options: (["upcoming", "past"] as const).map((when) => ({ value: when, label: t(`list.${when}`) })),
    },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          can(ctx, "event.create") && (
            <Button href="/calendar?hold=new" variant="primary" icon="plus" className="max-md:hidden">
              {t("hold")}
            </Button>
          )
        }
      />
      <ListToolbar
        url={url}
        searchLabel={t("list.search")}
        filters={filters}
        actions={
          <Button href={`/events/export${query ? `?${query}` : ""}`} icon="download" prefetch={false} download>
            {t("list.export")}
          </Button>
        }
      />
      <EventTable events={items} url={url} empty={await nothing(search)} />
      <Pagination nextHref={nextCursor ? listHref(url, { cursor: nextCursor }) : undefined} />
    </>
  );
}

async function nothing({ q, status, when }: EventAddress) {
  const t = await getTranslations("events.list");
  return q || status || when === "past" ? (
    <EmptyState
      icon="search"
      title={t("nothing.title")}
      text={t("nothing.text")}
      action={<Button href="/events">{t("nothing.action")}</Button>}
    />
  ) : (
    <EmptyState
      icon="party"
      title={t(when === "upcoming" ? "empty.title_upcoming" : "empty.title")}
      text={t("empty.text")}
      action={
        <Button href="/calendar" variant="primary" icon="calendar">
          {t("empty.action")}
        </Button>
      }
    />
  );
}
