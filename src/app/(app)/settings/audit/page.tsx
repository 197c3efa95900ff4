import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { ListToolbar } from "@/components/list-toolbar";
import { type ListUrl, listHref } from "@/components/list-url";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { listAuditActors, listAuditEntries } from "@/features/audit/queries";
import { auditNouns } from "@/features/audit/rules";
import { auditFilterSchema } from "@/features/audit/schema";
import { AuditList } from "@/features/audit/ui/audit-list";
import { DateRange } from "@/features/audit/ui/date-range";
import { listVenues } from "@/features/venues/queries";
import { memberCtx } from "@/web/page-context";

const path = "/settings/audit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<ListUrl["params"]> }) {
  const ctx = await memberCtx("audit.read");
  const params = await searchParams;
  const url: ListUrl = { path, params };
  const filter = auditFilterSchema.parse(params);
  const [page, actors, venues] = await Promise.all([
    listAuditEntries(ctx, filter),
    listAuditActors(ctx),
    listVenues(ctx),
  ]);
  const t = await getTranslations("audit");
  const { cursor, from, to, ...kept } = filter;
  const asked = Object.values(filter).some(Boolean);
  const filters = [
    {
      param: "who",
      label: t("who"),
      options: [
        ...actors.map(({ id, name, kind }) => ({
          value: id,
          label: kind === "user" ? name : t(`actors.${kind}`, { name }),
        })),
        ...(["system", "webhook", "guest"] as const).map((kind) => ({ value: kind, label: t(`actor_kinds.${kind}`) })),
      ],
    },
    {
      param: "what",
      label: t("what"),
      options: auditNouns.map((noun) => ({ value: noun, label: t(`nouns.${noun}`) })),
    },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t("subtitle")}
        actions={
          <form
            method="post"
            action={listHref({ path: `${path}/export`, params: { ...filter, cursor: undefined } }, {})}
          >
            <Button type="submit" icon="download">
              {t("export")}
            </Button>
          </form>
        }
      />
      <ListToolbar url={url} searchLabel={t("search")} filters={filters} />
      <DateRange path={path} from={from} to={to} kept={kept} />
      {page.items.length === 0 ? (
        <Card>
          <EmptyState
            icon="history"
            title={t(asked ? "none_found" : "empty")}
            text={t(asked ? "none_found_text" : "empty_text")}
          />
        </Card>
      ) : (
        <AuditList entries={page.items} names={namesOf(venues)} />
      )}
      <Pagination
        previousHref={cursor ? listHref(url, { cursor: undefined }) : undefined}
        nextHref={page.nextCursor ? listHref(url, { cursor: page.nextCursor }) : undefined}
      />
    </>
  );
}

function namesOf(venues: Awaited<ReturnType<typeof listVenues>>): Record<string, string> {
  const things = venues.flatMap((venue) => [venue, ...venue.spaces, ...venue.shifts]);
  return Object.fromEntries(things.map(({ id, name }) => [id, name]));
}
