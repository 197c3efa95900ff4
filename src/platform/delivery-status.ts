/** What another mail server says of a mail that it took and could not deliver, or could. Source: RFC 3464. */
export type DeliveryStatus = {
  /** The Message-ID header of the mail that the report is about, when the report quotes its headers. */
  originalMessageId: string | null;
  recipients: { address: string; action: string; status: string; diagnostic: string | null }[];
};

/**
 * Reads a delivery status notification (`multipart/report`, also in the form of RFC 6533 with addresses beyond ASCII).
 * Null for any other mail: a vacation reply, a person's answer, a report of another kind.
 */
export function parseDeliveryStatus(raw: string): DeliveryStatus | null {
  const report = parseEntity(raw);
  const { type, boundary } = contentType(report.headers);
  if (type !== "multipart/report" || boundary === null) return null;
  const parts = partsOf(report.body, boundary).map(parseEntity);
  const status = parts.find(({ headers }) => /^message\/(global-)?delivery-status$/.test(contentType(headers).type));
  if (!status) return null;
  // The first group is about the message, each other one about a recipient.
  const recipients = decoded(status)
    .trim()
    .split(/\n\s*\n/)
    .map(parseHeaders)
    .flatMap(recipientOf);
  const quoted = parts.find(({ headers }) =>
    /^(message\/(rfc822|global)|text\/rfc822-headers|message\/global-headers)$/.test(contentType(headers).type),
  );
  const original = quoted && parseEntity(decoded(quoted).trimStart()).headers.get("message-id");
  return { originalMessageId: original ?? null, recipients };
}

type Headers = Map<string, string>;
type Entity = { headers: Headers; body: string };

function parseEntity(raw: string): Entity {
  const text = raw.replace(/\r\n?/g, "\n");
  const end = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
  if (end < 0) return { headers: parseHeaders(text), body: "" };
  return { headers: parseHeaders(text.slice(0, end)), body: text.slice(end).replace(/^\n{1,2}/, "") };
}

/** The first of each name; lines that go on are joined (RFC 5322, 2.2.3). */
function parseHeaders(block: string): Headers {
  const headers: Headers = new Map();
  for (const line of block.replace(/\n[ \t]+/g, " ").split("\n")) {
    const [, name, value] = line.match(/^([!-9;-~]+):[ \t]*(.*)$/) ?? [];
    if (name && value !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return headers;
}

function contentType(headers: Headers): { type: string; boundary: string | null } {
  const value = headers.get("content-type") ?? "text/plain";
  const [, quoted, plain] = value.match(/;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i) ?? [];
  return { type: value.split(";")[0]?.trim().toLowerCase() ?? "", boundary: quoted ?? plain ?? null };
}

function partsOf(body: string, boundary: string): string[] {
  const parts: string[] = [];
  let part: string[] | null = null;
  for (const line of body.split("\n")) {
    const mark = line.trimEnd();
    if (mark !== `--${boundary}` && mark !== `--${boundary}--`) {
      part?.push(line);
      continue;
    }
    if (part) parts.push(part.join("\n"));
    part = mark.endsWith(`${boundary}--`) ? null : [];
    if (part === null) break;
  }
  if (part) parts.push(part.join("\n")); // a report that was cut off
  return parts;
}

function decoded({ headers, body }: Entity): string {
  switch (headers.get("content-transfer-encoding")?.toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64").toString("utf8").replace(/\r\n?/g, "\n");
    case "quoted-printable":
      return fromQuotedPrintable(body);
    default:
      return body;
  }
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/[ \t]*=[ \t]*\n/g, "")
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function recipientOf(fields: Headers): DeliveryStatus["recipients"] {
  const action = fields.get("action")?.split(/[\s(]/)[0]?.toLowerCase();
  const address = fields.get("original-recipient") ?? fields.get("final-recipient");
  if (!action || !address) return [];
  const status = fields.get("status")?.match(/[245]\.\d{1,3}\.\d{1,3}/)?.[0] ?? "";
  const diagnostic =
    fields
      .get("diagnostic-code")
      ?.replace(/^[\w-]+\s*;\s*/, "")
      .replace(/\s+/g, " ")
      .slice(0, 500) ?? null;
  return [{ address: address.replace(/^[\w-]+\s*;\s*/, "").replace(/^<|>$/g, ""), action, status, diagnostic }];
}
