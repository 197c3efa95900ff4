import { Card } from "@/components/card";
import { Chip } from "@/components/chip";
import type { IconName } from "@/components/icon";
import { MoneyBar } from "@/components/money-bar";
import { OccupancyHeat } from "@/components/occupancy-heat";
import { TaskList } from "@/components/task-list";
import type { Tone } from "@/components/tone";
import type { Samples } from "./samples";

const LOOKS: readonly { icon: IconName; tone: Tone }[] = [
  { icon: "message-warning", tone: "danger" },
  { icon: "hourglass", tone: "hold" },
  { icon: "eye", tone: "accent" },
];
const SHARES = [0, 0.05, 0.2, 0.3, 0.5, 0.9, 0.6];

export function KitMoney({ t }: { t: Samples }) {
  const parts = [
    { tone: "confirmed", value: 87_000 },
    { tone: "hold", value: 87_000 },
  ] as const;
  return (
    <Card title={t.money} actions={<span className="text-muted text-xs">MXN</span>}>
      <MoneyBar parts={parts} total={290_000} label={`${t.paid} ${t.of}`} lead={t.paid} trail={t.of} />
    </Card>
  );
}

export function KitTasks({ t }: { t: Samples }) {
  return (
    <Card>
      <TaskList
        tasks={t.tasks.map(([title = "", subtitle], index) => ({
          key: title,
          href: "/dev/kit/shell",
          title,
          subtitle,
          icon: LOOKS[index]?.icon,
          tone: LOOKS[index]?.tone,
        }))}
      />
    </Card>
  );
}

export function KitAgenda({ t }: { t: Samples }) {
  return (
    <Card title={t.today} actions={<span className="text-muted text-sm">{t.todayCount}</span>}>
      <TaskList
        tasks={t.agenda.map(([lead, title = "", subtitle, end], index) => ({
          key: title,
          href: "/dev/kit/shell",
          lead,
          title,
          subtitle,
          trailing: <Chip tone={index === 0 ? "accent" : "danger"}>{end}</Chip>,
        }))}
      />
    </Card>
  );
}

export function KitHeat({ t }: { t: Samples }) {
  const days = Array.from({ length: 31 }, (_, index) => {
    const share = SHARES[(index + 1) % SHARES.length] ?? 0;
    const label = `${index + 1} ${t.month}: ${Math.round(share * 100)} % ${t.full}`;
    return { day: index + 1, share, label, href: `/dev/kit?day=${index + 1}`, today: index === 23 };
  });
  return (
    <Card title={t.month} actions={<span className="text-muted text-sm">{t.monthShare}</span>}>
      <OccupancyHeat label={t.month} days={days} firstColumn={1} weekdays={t.weekdays} />
    </Card>
  );
}
