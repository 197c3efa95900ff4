import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/icon";
import { pageOfSubject } from "../rules";
import { ChangedFields } from "./changed-fields";

export type AuditLine = {
  id: string;
  at: Date;
  actorKind: string;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  subjectName: string | null;
  before: unknown;
  after: unknown;
  ip: string | null;
};

export type AuditListProps = {
  entries: readonly AuditLine[];
  /** What the ids inside of the entries are called: venues and spaces. */
  names: Readonly<Record<string, string>>;
};

const icons: Readonly<Record<string, IconName>> = {
  user: "user",
  api_key: "key",
  client_link: "link",
  guest: "globe",
  system: "settings",
  webhook: "bell",
};

/** The trail day by day, each entry a sentence, with what it changed behind one press. */
export function AuditList({ entries, names }: AuditListProps) {
  const format = useFormatter();
  const day = (entry: AuditLine) => format.dateTime(entry.at, { dateStyle: "full" });
  const days = [...new Set(entries.map(day))];
  return (
    <div className="flex flex-col gap-6">
      {days.map((name) => (
        <section key={name} aria-label={name}>
          <h2 className="mb-2 text-muted text-sm first-letter:uppercase">{name}</h2>
          <ol className="rounded border border-line bg-surface">
            {entries
              .filter((entry) => day(entry) === name)
              .map((entry) => (
                <Entry key={entry.id} entry={entry} names={names} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Entry({ entry, names }: { entry: AuditLine; names: AuditListProps["names"] }) {
  const t = useTranslations("audit");
  const format = useFormatter();
  return (
    <li className="flex gap-3 border-line border-b px-4 py-3 text-sm last:border-b-0">
      <Icon
        name={icons[entry.actorKind] ?? "user"}
        label={t.has(`actor_kinds.${entry.actorKind}`) ? t(`actor_kinds.${entry.actorKind}`) : undefined}
        className="mt-0.5 text-muted"
      />
      <div className="min-w-0 grow">
        <p className="break-words">
          <Sentence entry={entry} />
        </p>
        <ChangedFields before={entry.before} after={entry.after} names={names} />
      </div>
      <p className="shrink-0 text-right text-muted text-xs">
        <time dateTime={entry.at.toISOString()} className="block">
          {format.dateTime(entry.at, { timeStyle: "short" })}
        </time>
        {entry.ip && <span className="block max-sm:hidden">{t("from_address", { ip: entry.ip })}</span>}
      </p>
    </li>
  );
}

/** "Ana invitó a luis@ejemplo.mx": who, and the sentence of the action with its subject as a door. */
function Sentence({ entry }: { entry: AuditLine }) {
  const t = useTranslations("audit");
  const who = t.has(`actors.${entry.actorKind}`)
    ? t(`actors.${entry.actorKind}`, { name: entry.actorName })
    : entry.actorName;
  const page = pageOfSubject(entry.subjectType, entry.subjectId);
  const subject = entry.subjectName ?? t("no_subject");
  const key = `actions.${entry.action}`;
  return (
    <>
      <span className="font-[600]">{who}</span>{" "}
      {t.has(key)
        ? t.rich(key, {
            subject,
            b: (text) =>
              page ? (
                <Link
                  href={page}
                  className="font-[560] underline decoration-line-strong underline-offset-2 hover:decoration-current"
                >
                  {text}
                </Link>
              ) : (
                <span className="font-[560]">{text}</span>
              ),
          })
        : `${entry.action} ${subject}`}
    </>
  );
}
