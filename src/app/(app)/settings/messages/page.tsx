import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { ListToolbar } from "@/components/list-toolbar";
import { type ListUrl, listHref, param } from "@/components/list-url";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { listMessages } from "@/features/messages/queries";
import { messageStates } from "@/features/messages/rules";
import { messageSearchSchema } from "@/features/messages/schema";
import { MessageTable } from "@/features/messages/ui/message-table";
import { memberCtx } from "@/web/page-context";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("messages"))("title") };
}

export default async function MessagesPage({ searchParams }: { searchParams: Promise<ListUrl["params"]> }) {
  const ctx = await memberCtx("message.read");
  const url: ListUrl = { path: "/settings/messages", params: await searchParams };
  const asked = messageSearchSchema.parse({
    q: param(url, "q"),
    state: param(url, "state"),
    cursor: param(url, "cursor"),
  });
  const { items, nextCursor } = await listMessages(ctx, asked);
  const t = await getTranslations("messages");
  const rows = items.map(({ createdAt, ...item }) => ({ ...item, createdAt: createdAt.epochMilliseconds }));
  const isNarrowed = asked.q !== undefined || asked.state !== undefined;
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <ListToolbar
        url={url}
        searchLabel={t("search")}
        filters={[
          {
            param: "state",
            label: t("column.state"),
            options: messageStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
          },
        ]}
      />
      {rows.length > 0 ? (
        <MessageTable messages={rows} />
      ) : (
        <Card>
          {isNarrowed ? (
            <EmptyState icon="search" title={t("none_found")} text={t("none_found_text")} />
          ) : (
            <EmptyState icon="mail" title={t("empty_title")} text={t("empty_text")} />
          )}
        </Card>
      )}
      <Pagination
        previousHref={asked.cursor === undefined ? undefined : listHref(url, { cursor: undefined })}
        nextHref={nextCursor === null ? undefined : listHref(url, { cursor: nextCursor })}
      />
    </>
  );
}
