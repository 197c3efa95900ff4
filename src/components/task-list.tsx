import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Icon, type IconName } from "./icon";
import { TONE_SOFT, type Tone } from "./tone";

export type Task = {
  key: string;
  href: string;
  title: ReactNode;
  subtitle?: ReactNode;
  tone?: Tone;
  /** The picture at the left; a text such as an hour goes in `lead` instead. */
  icon?: IconName;
  lead?: ReactNode;
  trailing?: ReactNode;
};

/** What needs this person now, in order; each line is a door to the thing. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ul className="-my-[11px]">
      {tasks.map((task) => (
        <li key={task.key} className="border-line border-t first:border-t-0">
          <Link href={task.href} prefetch={false} className="group flex items-start gap-3 py-[11px]">
            {task.icon && (
              <span
                className={cn("grid size-8.5 shrink-0 place-items-center rounded", TONE_SOFT[task.tone ?? "neutral"])}
              >
                <Icon name={task.icon} />
              </span>
            )}
            {task.lead && <span className="w-11 shrink-0 text-muted text-sm">{task.lead}</span>}
            <span className="min-w-0 grow">
              <span className="block font-[580] group-hover:underline group-hover:underline-offset-2">
                {task.title}
              </span>
              {task.subtitle && <span className="block text-muted text-sm">{task.subtitle}</span>}
            </span>
            {task.trailing ?? <Icon name="chevron-right" className="mt-1 text-faint" />}
          </Link>
        </li>
      ))}
    </ul>
  );
}
