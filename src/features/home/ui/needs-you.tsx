import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { type Task, TaskList } from "@/components/task-list";
import { wallClock } from "@/kernel/wall-clock";
import type { EndingHold, UnconfirmedEvent } from "../rules";

type Props = {
  holds: readonly EndingHold[];
  unconfirmed: readonly UnconfirmedEvent[];
  waiting: { invitations: number; failedMessages: number; deadJobs: number } | null;
  /** Whether the person may hold a date: what there is to do when nothing is urgent. */
  mayHold: boolean;
};

/** What needs this person now, the most urgent first; each line is a door to the thing. */
export function NeedsYou({ holds, unconfirmed, waiting, mayHold }: Props) {
  const t = useTranslations("home");
  const tasks = [...useWaiting(waiting), ...useHolds(holds), ...useUnconfirmed(unconfirmed, holds)];
  return (
    <Card title={t("needs_you")}>
      {tasks.length > 0 ? (
        <TaskList tasks={tasks} />
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-muted text-sm">{t("all_done")}</p>
          {mayHold && (
            <Button href="/calendar?hold=new" icon="plus">
              {t("hold_a_date")}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

function useHolds(holds: readonly EndingHold[]): Task[] {
  const t = useTranslations("home");
  const format = useFormatter();
  return holds.map((hold) => {
    const day = format.dateTime(wallClock(hold.expires), { weekday: "long", timeZone: "UTC" });
    const behind = hold.nextTitle ? t("hold_next", { next: hold.nextTitle }) : t("hold_alone");
    return {
      key: hold.id,
      href: `/events/${hold.id}`,
      icon: "hourglass",
      tone: "hold",
      title: t(`hold_ends.${hold.ends}`, { title: hold.title, day, time: hold.expires.slice(11) }),
      subtitle: hold.rank > 1 ? t("hold_behind", { rank: hold.rank }) : behind,
    };
  });
}

function useUnconfirmed(events: readonly UnconfirmedEvent[], holds: readonly EndingHold[]): Task[] {
  const t = useTranslations("home");
  const format = useFormatter();
  const told = new Set(holds.map((hold) => hold.id));
  return events
    .filter((event) => !told.has(event.id))
    .map((event) => ({
      key: event.id,
      href: `/events/${event.id}`,
      icon: "calendar",
      tone: "accent",
      title: t("unconfirmed", { title: event.title }),
      subtitle: t("unconfirmed_when", {
        days: event.days,
        day: format.dateTime(wallClock(event.start), {
          weekday: "long",
          day: "numeric",
          month: "long",
          timeZone: "UTC",
        }),
      }),
    }));
}

function useWaiting(waiting: Props["waiting"]): Task[] {
  const t = useTranslations("home");
  if (!waiting) return [];
  const lines = [
    { key: "jobs", count: waiting.deadJobs, href: "/settings/jobs", icon: "warning", tone: "danger" },
    { key: "messages", count: waiting.failedMessages, href: "/settings/messages", icon: "mail", tone: "danger" },
    { key: "invitations", count: waiting.invitations, href: "/settings/members", icon: "user-plus", tone: "accent" },
  ] as const;
  return lines
    .filter(({ count }) => count > 0)
    .map(({ key, count, ...line }) => ({
      ...line,
      key,
      title: t(`waiting.${key}`, { count }),
      subtitle: t(`waiting.${key}_hint`),
    }));
}
