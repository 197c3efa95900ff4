import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/class-names";
import { wallClock } from "@/kernel/wall-clock";

export type EventDeed = {
  id: string;
  at: Date;
  actorName: string;
  action: string;
  fields: { name: string; before: unknown; after: unknown }[];
};

type Props = { deeds: readonly EventDeed[]; now: Date };

/** What happened to an event, the newest first: what changed with its old value struck through, by whom and when. */
export function EventChanges({ deeds, now }: Props) {
  const t = useTranslations("events");
  const format = useFormatter();
  return (
    <ol className="ml-1 border-line border-l-2 pl-4">
      {deeds.map((deed, index) => (
        <li
          key={deed.id}
          className={cn(
            "relative py-1.5 text-sm before:absolute before:top-3 before:-left-[21px] before:size-2 before:rounded-full",
            index === 0 ? "before:bg-accent" : "before:bg-line-strong",
          )}
        >
          <Deed deed={deed} />{" "}
          <span className="text-muted">
            · {t("changes.by", { who: deed.actorName, when: format.relativeTime(deed.at, now) })}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Deed({ deed }: { deed: EventDeed }) {
  const t = useTranslations("events");
  const action = deed.action.slice(deed.action.indexOf(".") + 1);
  const edited = action === "updated" || action === "moved";
  const name = t.has(`action.${action}`) ? t(`action.${action}`) : action;
  const reason = deed.fields.find((field) => field.name.endsWith("_reason"))?.after;
  if (!edited) {
    return (
      <>
        <b>{name}</b>
        {typeof reason === "string" && reason !== "expired" && ` · ${reason}`}
      </>
    );
  }
  return deed.fields.map((field, index) => (
    <span key={field.name}>
      {index > 0 && " · "}
      <b>{t.has(`field.${field.name}`) ? t(`field.${field.name}`) : field.name}</b>{" "}
      <del className="text-muted">
        <Value name={field.name} value={field.before} />
      </del>
      {" → "}
      <ins className="no-underline">
        <Value name={field.name} value={field.after} />
      </ins>
    </span>
  ));
}

function Value({ name, value }: { name: string; value: unknown }) {
  const t = useTranslations("events");
  const format = useFormatter();
  if (value === null || value === undefined || value === "") return t("changes.empty");
  if (Array.isArray(value)) return value.join(" + ");
  const text = String(value);
  if (name === "local_start" || name === "local_end") {
    const style = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;
    return format.dateTime(wallClock(text), { ...style, hour12: false, timeZone: "UTC" });
  }
  return name === "type" && t.has(`type.${text}`) ? t(`type.${text}`) : text;
}
