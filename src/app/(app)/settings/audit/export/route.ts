import { getFormatter, getTranslations } from "next-intl/server";
import { exportAuditTrail } from "@/features/audit/export-audit-trail";
import { type AuditEntry, exportedAuditTrail } from "@/features/audit/queries";
import { csvCell } from "@/features/audit/rules";
import { auditFilterSchema } from "@/features/audit/schema";
import { download } from "@/web/download";
import { memberCtx } from "@/web/page-context";
import { refuseOtherSites } from "@/web/same-origin";

/** The trail, as filtered on the page, as CSV for a spreadsheet. A POST, because it leaves a line in the trail. */
export async function POST(request: Request): Promise<Response> {
  refuseOtherSites(request.headers);
  const ctx = await memberCtx("audit.read");
  const filter = auditFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  await exportAuditTrail(ctx, filter);
  const pages = exportedAuditTrail(ctx, filter);
  const day = ctx.now.toString().slice(0, 10);
  return download(linesOf(pages, await lineWriter()), { fileName: `historial-${day}.csv`, mediaType: "text/csv" });
}

const columns = ["at", "actor", "actor_kind", "action", "sentence", "subject", "ip", "before", "after"] as const;

type LineWriter = { head: string; line: (entry: AuditEntry) => string };

async function lineWriter(): Promise<LineWriter> {
  const t = await getTranslations("audit");
  const format = await getFormatter();
  const row = (cells: readonly string[]) => `${cells.map(csvCell).join(",")}\r\n`;
  const json = (side: unknown) => (side === null ? "" : JSON.stringify(side));
  const sentence = ({ action, subjectName }: AuditEntry) => {
    const key = `actions.${action}`;
    return t.has(key) ? t.markup(key, { subject: subjectName ?? t("no_subject"), b: (text) => text }) : action;
  };
  return {
    head: row(columns.map((column) => t(`columns.${column}`))),
    line: (entry) =>
      row([
        format.dateTime(entry.at, { dateStyle: "short", timeStyle: "medium" }),
        entry.actorName,
        t(`actor_kinds.${entry.actorKind}`),
        entry.action,
        sentence(entry),
        entry.subjectName ?? "",
        entry.ip ?? "",
        json(entry.before),
        json(entry.after),
      ]),
  };
}

/** The byte order mark makes Excel read the accents. */
async function* linesOf(pages: AsyncGenerator<AuditEntry[]>, { head, line }: LineWriter): AsyncGenerator<string> {
  yield `\uFEFF${head}`;
  for await (const page of pages) yield page.map(line).join("");
}
