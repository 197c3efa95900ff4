import { type RecordBounceRefusal, recordBounce } from "@/features/messages/record-bounce";
import { jsonAnswer } from "@/web/file-answer";
import { pageCtx } from "@/web/page-context";

/** A report quotes at most the mail that came back, and ours are small. */
const mostBytes = 1_048_576;

const statuses: Record<RecordBounceRefusal["code"], number> = { not_allowed: 401, not_a_report: 422, not_ours: 404 };

/**
 * Takes one returned mail, whole, as the mail server hands it over:
 * `curl --data-binary @- -H "Authorization: Bearer $BOUNCE_TOKEN" https://.../api/hooks/bounces` (docs/runbook.md).
 */
export function POST(request: Request): Promise<Response> {
  return jsonAnswer(async () => {
    const token = request.headers.get("authorization")?.match(/^Bearer (\S+)$/)?.[1] ?? "";
    const result = await recordBounce(await pageCtx(), { report: await textOf(request), token });
    if (result.ok) return { status: 200, value: result.value };
    return { refusal: result.refusal, status: statuses[result.refusal.code], message: result.refusal.code };
  });
}

async function textOf(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > mostBytes) break; // its head is enough, or it is no report
  }
  return text;
}
