import { type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { authorize, authorizeAnyone } from "@/features/identity/authorize";
import { decodeCursor, type Page, toPage } from "@/kernel/cursor";
import { InvalidInput, NotFound } from "@/kernel/errors";
import { isId } from "@/kernel/id";
import { fromDate, type Temporal } from "@/kernel/time";
import { config } from "@/platform/config";
import type { DB } from "@/platform/db-types";
import { type KeptMail, keptMail, keptMails } from "@/platform/kept-mail";
import { keepsMail } from "@/platform/mailer";
import { type Ctx, reading } from "@/platform/transaction";
import { linkPlaceholder, type MessageState, messageState } from "./rules";

export type MessageInList = {
  id: string;
  template: string;
  recipient: string;
  recipientName: string | null;
  subject: string;
  state: MessageState;
  createdAt: Temporal.Instant;
  sentAt: Temporal.Instant | null;
};

export type MessageSearch = { q?: string; state?: MessageState; cursor?: string; size?: number };

/** The organization's messages, newest first; `q` looks in the recipient's name and address and in the subject. */
export async function listMessages(ctx: Ctx, search: MessageSearch = {}): Promise<Page<MessageInList>> {
  authorize(ctx, "message.read");
  const { organizationId } = ctx.actor;
  const size = search.size ?? 50;
  return reading(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom("message")
      .select(["id", "template", "recipient", "recipient_name", "subject", "state", "created_at", "sent_at"])
      .select(sql<string>`created_at::text`.as("place"))
      .where("organization_id", "=", organizationId)
      .$if(search.state !== undefined, (query) => query.where("state", "=", search.state ?? ""))
      .$if(search.q !== undefined, (query) => query.where(matches(search.q ?? "")))
      .$if(search.cursor !== undefined, (query) => query.where(after(search.cursor ?? "")))
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .limit(size + 1)
      .execute();
    const page = toPage(rows, size, (row) => [row.place, row.id]);
    return { ...page, items: page.items.map(toItem) };
  });
}

export type MessageDetail = MessageInList & {
  html: string;
  text: string;
  attempts: number;
  reason: string | null;
  /** Whether its link was a secret of the recipient: no page shows it. */
  linkHidden: boolean;
  canRetry: boolean;
  about: { type: string; id: string } | null;
};

/** One message with its text; the secret link in it, if there was one, is not told. */
export async function getMessage(ctx: Ctx, input: { messageId: string }): Promise<MessageDetail> {
  authorize(ctx, "message.read");
  const { organizationId } = ctx.actor;
  return reading(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom("message")
      .selectAll()
      .where("organization_id", "=", organizationId)
      .where("id", "=", input.messageId)
      .executeTakeFirst();
    if (!row) throw new NotFound("message");
    const linkHidden = row.body.includes(linkPlaceholder);
    return {
      ...toItem(row),
      html: row.html,
      text: row.body,
      attempts: row.attempts,
      reason: row.last_error,
      linkHidden,
      canRetry: (row.state === "failed" || row.state === "bounced") && (!linkHidden || row.sealed_link !== null),
      about: row.subject_type && row.subject_id ? { type: row.subject_type, id: row.subject_id } : null,
    };
  });
}

/**
 * The newest mails that were kept on this machine instead of sent, of every organization: for whoever runs the
 * installation locally. Throws `NotFound` where mail is really sent.
 */
export async function listKeptMails(ctx: Ctx): Promise<KeptMail[]> {
  authorizeAnyone(ctx);
  if (!keepsMail()) throw new NotFound("mailbox");
  return keptMails(config().mailboxDirectory, 200);
}

/** One of the mails that were kept. Throws `NotFound` where mail is really sent. */
export async function getKeptMail(ctx: Ctx, input: { mailId: string }): Promise<KeptMail> {
  authorizeAnyone(ctx);
  const mail = keepsMail() ? await keptMail(config().mailboxDirectory, input.mailId) : null;
  if (!mail) throw new NotFound("mail");
  return mail;
}

type Row = {
  id: string;
  template: string;
  recipient: string;
  recipient_name: string | null;
  subject: string;
  state: string;
  created_at: Date;
  sent_at: Date | null;
};

function toItem(row: Row): MessageInList {
  return {
    id: row.id,
    template: row.template,
    recipient: row.recipient,
    recipientName: row.recipient_name,
    subject: row.subject,
    state: messageState(row.state),
    createdAt: fromDate(row.created_at),
    sentAt: row.sent_at && fromDate(row.sent_at),
  };
}

/** Every word of `q` somewhere, whatever its accents. */
function matches(q: string) {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8);
  return (eb: ExpressionBuilder<DB, "message">) =>
    eb.and(words.map((word) => sql<SqlBool>`position(search_key(${word}) in search) > 0`));
}

function after(cursor: string) {
  const [place, id] = decodeCursor(cursor, 2).map(String);
  if (!isId(id ?? "") || !/^\d{4,}-\d\d-\d\d \d\d:\d\d:[\d.]+\+00$/.test(place ?? "")) {
    throw new InvalidInput([{ path: "cursor", code: "invalid" }]);
  }
  return sql<SqlBool>`(created_at, id) < (${place}::timestamptz, ${id}::uuid)`;
}
