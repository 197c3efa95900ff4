import { getTranslations } from "next-intl/server";
import { csvCell } from "@/features/audit/rules";
import { type EventInList, exportedEvents } from "@/features/bookings/queries";
import { eventAddressSchema } from "@/features/bookings/schema";
import { download } from "@/web/download";
import { memberCtx } from "@/web/page-context";

/** The list as filtered on the page, whole, as CSV for a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const ctx = await memberCtx("event.read");
  const search = eventAddressSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const day = ctx.now.toString().slice(0, 10);
  const lines = linesOf(exportedEvents(ctx, search), await columns());
  return download(lines, { fileName: `eventos-${day}.csv`, mediaType: "text/csv" });
}

type Column = { head: string; cell: (event: EventInList) => string };

async function columns(): Promise<Column[]> {
  const t = await getTranslations("events");
  const local = (time: string) => time.replace("T", " ");
  return [
    { head: t("list.number"), cell: (event) => event.number },
    { head: t("list.event"), cell: (event) => event.title },
    { head: t("list.state"), cell: (event) => t(`status.${event.status}`) },
    { head: t("list.kind"), cell: (event) => t(`type.${event.type}`) },
    { head: t("list.client"), cell: (event) => event.clientName ?? "" },
    { head: t("list.people"), cell: (event) => String(event.headCount ?? "") },
    { head: t("list.venue"), cell: (event) => event.venueName },
    { head: t("list.spaces"), cell: (event) => event.spaces.join(" + ") },
    { head: t("list.start"), cell: (event) => local(event.start) },
    { head: t("list.end"), cell: (event) => local(event.end) },
  ];
}

/** The byte order mark makes Excel read the accents. */
async function* linesOf(pages: AsyncGenerator<EventInList[]>, table: Column[]): AsyncGenerator<string> {
  const line = (cells: string[]) => `${cells.map(csvCell).join(",")}\r\n`;
  yield `\uFEFF${line(table.map(({ head }) => head))}`;
  for await (const page of pages) {
    yield page.map((event) => line(table.map(({ cell }) => cell(event)))).join("");
  }
}
