/** The nouns that entries speak of, in the order of the filter. Each has its sentences in messages (audit.actions). */
export const auditNouns = [
  "event",
  "closure",
  "venue",
  "space",
  "shift",
  "member",
  "invitation",
  "organization",
  "api_key",
  "account",
  "file",
  "message",
  "job",
  "audit",
] as const;

const pages: Readonly<Record<string, (id: string) => string>> = {
  event: (id) => `/events/${id}`,
  venue: () => "/settings/venues",
  space: () => "/settings/venues",
  shift: () => "/settings/venues",
  member: () => "/settings/members",
  invitation: () => "/settings/members",
  organization: () => "/settings",
  api_key: () => "/settings/api-keys",
  message: () => "/settings/messages",
  job: () => "/settings/jobs",
};

/** The page where the subject of an entry can be seen, or null. */
export function pageOfSubject(type: string, id: string | null): string | null {
  return id === null ? null : (pages[type]?.(id) ?? null);
}

export type ChangedField = { name: string; before: unknown; after: unknown };

/** The fields of an entry, each with its old and new value; `undefined` where that side says nothing. */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => name !== "id");
  return names.map((name) => ({ name, before: old[name], after: now[name] }));
}

function fieldsOf(side: unknown): Record<string, unknown> {
  return typeof side === "object" && side !== null ? { ...side } : {};
}

/**
 * One cell of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front,
 * because names come from people. Source: OWASP, CSV Injection.
 */
export function csvCell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
