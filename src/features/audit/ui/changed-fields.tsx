import { useFormatter, useTranslations } from "next-intl";
import { changedFields } from "../rules";

type Props = { before: unknown; after: unknown; names: Readonly<Record<string, string>> };

/** What an entry changed, folded: each field with its old value struck through and the new one beside it. */
export function ChangedFields({ before, after, names }: Props) {
  const t = useTranslations("audit");
  const show = useShown(names);
  const fields = changedFields(before, after);
  if (fields.length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="w-fit cursor-pointer py-0.5 text-muted text-xs hover:text-text">
        {t("changes")} <span className="text-faint">({t("changed_fields", { count: fields.length })})</span>
      </summary>
      <dl className="mt-1.5 grid gap-x-4 gap-y-1 rounded bg-sunken px-3 py-2 text-xs sm:grid-cols-[max-content_1fr]">
        {fields.map((field) => (
          <div key={field.name} className="contents">
            <dt className="text-muted">
              {t.has(`fields.${field.name}`) ? t(`fields.${field.name}`) : plain(field.name)}
            </dt>
            <dd className="min-w-0 break-words max-sm:mb-1.5">
              {field.before !== undefined && (
                <del className="mr-2 text-muted">
                  <span className="sr-only">{t("was")} </span>
                  {show(field.name, field.before)}
                </del>
              )}
              {field.after !== undefined && (
                <ins className="no-underline">
                  <span className="sr-only">{t("is")} </span>
                  {show(field.name, field.after)}
                </ins>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** A value in words: names for ids and roles, dates as the organization writes them. */
function useShown(names: Props["names"]): (name: string, value: unknown) => string {
  const t = useTranslations("audit");
  const roleName = useTranslations("organizations.roles");
  const permission = useTranslations("organizations.permissions.texts");
  const format = useFormatter();
  const show = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (Array.isArray(value)) return value.length === 0 ? t("nothing") : value.map(show).join(", ");
    if (typeof value === "object") return Object.values(value).map(show).join(" · ");
    const text = String(value);
    if (names[text]) return names[text];
    if (instant.test(text)) return format.dateTime(Date.parse(text), { dateStyle: "medium", timeStyle: "short" });
    if (/^[a-z_]+\.[a-z_]+$/.test(text) && permission.has(text)) return permission(text);
    return roleName.has(text) ? roleName(text) : text;
  };
  // No limit to some venues is every venue, not nothing.
  return (name, value) => (name === "venue_ids" && value === null ? t("every_venue") : show(value));
}

function plain(name: string): string {
  return name
    .replace(/([A-Z])/g, " $1")
    .replaceAll("_", " ")
    .toLowerCase();
}
