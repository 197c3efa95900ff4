import { render } from "@react-email/render";
import type { Temporal } from "@/kernel/time";
import { languageOf, translator } from "@/platform/i18n";
import { Letter, type LetterProps } from "./emails/letter";
import { type EmailParams, type EmailTemplate, plainName } from "./rules";

export type WrittenEmail = { subject: string; html: string; text: string };

type Request = {
  [T in EmailTemplate]: { template: T; to: { name: string | null; locale: string }; params: EmailParams[T] };
}[EmailTemplate];

/**
 * Writes a mail in its reader's language, as HTML and as plain text. `linkShown` stands in for its link when the text is
 * stored without it. All its words are in messages/<language>/mail.json.
 */
export async function writeEmail(
  request: Request,
  organizationName: string,
  linkShown?: string,
): Promise<WrittenEmail> {
  const letter = await compose(request, organizationName, linkShown);
  const html = await render(<Letter {...letter} />);
  return { subject: letter.subject, html, text: asText(letter) };
}

async function compose(
  { template, to, params }: Request,
  organizationName: string,
  linkShown?: string,
): Promise<LetterProps> {
  const t = await translator(to.locale, "mail");
  const values = { ...textValues(params), organization: plainName(organizationName) };
  const say = (part: string) => t(`${template}.${part}`, values);
  const sayIfAny = (part: string) => (t.has(`${template}.${part}`) ? say(part) : null);
  const paragraphs = say("text").split("\n\n");
  return {
    language: languageOf(to.locale),
    sender: plainName(organizationName),
    subject: say("subject"),
    preview: paragraphs[0] ?? "",
    heading: say("heading"),
    greeting: to.name ? t("greeting", { name: plainName(to.name) }) : t("greeting_without_name"),
    paragraphs,
    facts: factsOf(params, to.locale).map(({ name, value }) => ({ label: t(`fact.${name}`), value })),
    button: "link" in params ? { label: say("button"), link: linkShown ?? params.link, hint: t("link_hint") } : null,
    note: sayIfAny("note"),
    why: say("why"),
  };
}

/** What the texts may use: numbers, and names that no mail program turns into a link. */
function textValues(params: object): Record<string, string | number> {
  const usable = Object.entries(params).filter(
    (entry): entry is [string, string | number] =>
      entry[0] !== "link" && ["string", "number"].includes(typeof entry[1]),
  );
  return Object.fromEntries(
    usable.map(([name, value]) => [name, typeof value === "string" ? plainName(value) : value]),
  );
}

function factsOf(params: object, locale: string): { name: "when" | "device" | "ip"; value: string }[] {
  if (!isOccasion(params)) return [];
  const { at, timeZone, device, ip } = params;
  return [
    { name: "when", value: writtenTime(at, timeZone, locale) },
    ...(device ? [{ name: "device" as const, value: plainName(device) }] : []),
    ...(ip ? [{ name: "ip" as const, value: ip }] : []),
  ];
}

function isOccasion(params: object): params is EmailParams["password-changed"] {
  return "at" in params && "timeZone" in params;
}

function writtenTime(at: Temporal.Instant, timeZone: string, locale: string): string {
  return at.toLocaleString(locale, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "shortGeneric",
  });
}

function asText({ greeting, paragraphs, facts, button, note, why, sender }: LetterProps): string {
  const blocks = [
    greeting,
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join("\n"),
    button && `${button.label}:\n${button.link}`,
    note,
    `-- \n${sender}\n${why}`,
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}
