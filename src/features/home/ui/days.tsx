import { useTranslations } from "next-intl";
import { Card } from "@/components/card";
import { Chip } from "@/components/chip";
import { TaskList } from "@/components/task-list";
import type { DayEvent } from "../rules";

/** What takes place on a day, by the hour, with how many people. */
export function DayCard({ day, events }: { day: "today" | "tomorrow"; events: readonly DayEvent[] }) {
  const t = useTranslations("home");
  const people = events.reduce((sum, event) => sum + (event.headCount ?? 0), 0);
  return (
    <Card
      title={t(day)}
      actions={<span className="text-muted text-sm">{t("day_sum", { count: events.length, people })}</span>}
    >
      {events.length === 0 ? (
        <p className="text-muted text-sm">{t(`nothing_${day}`)}</p>
      ) : (
        <TaskList
          tasks={events.map((event) => ({
            key: event.id,
            href: `/events/${event.id}`,
            lead: event.start.slice(11),
            title: event.title,
            subtitle: [event.spaces.join(" + "), event.headCount].filter(Boolean).join(" · "),
            trailing: event.going === "later" ? undefined : <Going going={event.going} />,
          }))}
        />
      )}
    </Card>
  );
}

function Going({ going }: { going: "now" | "over" }) {
  const t = useTranslations("home");
  return <Chip tone={going === "now" ? "accent" : "done"}>{t(`going.${going}`)}</Chip>;
}
