import type { Actor } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import { toDate } from "@/kernel/time";
import { asPerson, inOrganization, type Tx } from "@/platform/transaction";

/** What was acted on: its noun, id, and the name that people know it by at that moment. */
export type AuditSubject = { type: string; id: string | null; name?: string | null };

export type AuditChange = { before?: object | null; after?: object | null };

/**
 * Writes the audit entry of a deed into its transaction, under the transaction's organization.
 * `before` and `after` are cut down to the fields that differ; fields that hold secrets are left out by name.
 */
export async function audit(tx: Tx, action: string, subject: AuditSubject, change: AuditChange = {}): Promise<void> {
  const { before, after } = differences(change);
  await tx.db
    .insertInto("audit_entry")
    .values((eb) => ({
      organization_id: eb.fn<string>("current_organization", []),
      id: newId(),
      at: toDate(tx.now),
      actor_kind: tx.actor.kind.replace("-", "_"),
      actor_id: actorId(tx.actor),
      actor_name: actorName(tx.actor),
      action,
      subject_type: subject.type,
      subject_id: subject.id,
      subject_name: subject.name ?? null,
      before: before === null ? null : JSON.stringify(before),
      after: after === null ? null : JSON.stringify(after),
      ip: tx.origin.ip,
      user_agent: tx.origin.userAgent,
      request_id: tx.origin.requestId,
    }))
    .execute();
}

/**
 * Writes the entry of what a person did with their account into the trail of every organization that they belong to:
 * its owner sees who turned the second step on, and who failed to sign in.
 */
export async function auditInEveryPlace(
  tx: Tx,
  userId: string,
  action: string,
  subject: AuditSubject,
  change: AuditChange = {},
): Promise<void> {
  const places = await asPerson(tx, userId, (own) =>
    own.db
      .selectFrom("member")
      .select("organization_id")
      .where("user_id", "=", userId)
      .orderBy("organization_id")
      .execute(),
  );
  for (const place of places) {
    await inOrganization(tx, place.organization_id, (there) => audit(there, action, subject, change));
  }
}

type Fields = Record<string, unknown>;

function differences(change: AuditChange): { before: Fields | null; after: Fields | null } {
  const before = change.before ? plain(change.before) : null;
  const after = change.after ? plain(change.after) : null;
  if (!before || !after) return { before, after };
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const only = (fields: Fields) =>
    Object.fromEntries(changed.filter((name) => name in fields).map((name) => [name, fields[name]]));
  return { before: only(before), after: only(after) };
}

const secretName = /password|secret|token|hash|code|private/i;
const bookkeeping = new Set(["organization_id", "updated_at", "created_at"]);

function plain(row: object): Fields {
  const kept = Object.entries(row).filter(([name]) => !secretName.test(name) && !bookkeeping.has(name));
  return JSON.parse(
    JSON.stringify(Object.fromEntries(kept), (_, value) => (typeof value === "bigint" ? value.toString() : value)),
  );
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case "user":
      return actor.userId;
    case "api-key":
      return actor.apiKeyId;
    case "client-link":
      return actor.linkId;
    default:
      return null;
  }
}

function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "user":
    case "api-key":
    case "client-link":
      return actor.name;
    case "system":
      return actor.job;
    case "webhook":
      return actor.provider;
    default:
      return "guest";
  }
}
