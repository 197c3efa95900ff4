import { useFormatter, useTranslations } from "next-intl";
import { Chip, type ChipProps } from "@/components/chip";
import { type Column, Table } from "@/components/table";
import type { FormAction } from "@/kernel/form-state";
import type { Job, JobState } from "../rules";
import { RetryButton } from "./retry-button";

export type JobTableProps = {
  jobs: readonly Job[];
  /** Absent for those who may look but not touch. */
  retry?: FormAction;
};

const look: Record<JobState, Pick<ChipProps, "tone" | "icon">> = {
  dead: { tone: "danger", icon: "warning" },
  running: { tone: "accent", icon: "play" },
  retrying: { tone: "hold", icon: "hourglass" },
  waiting: { tone: "neutral", icon: "clock" },
};

/** The jobs that are not done, each with what it does, how it stands and what went wrong last. */
export function JobTable({ jobs, retry }: JobTableProps) {
  const t = useTranslations("jobs");
  const taskName = useTaskName();
  const when = useWhen();
  const columns: Column<Job>[] = [
    { key: "task", header: t("column.task"), className: "md:whitespace-nowrap", cell: (job) => taskName(job.task) },
    {
      key: "state",
      header: t("column.state"),
      cell: ({ state }) => <Chip {...look[state]}>{t(`state.${state}`)}</Chip>,
    },
    {
      key: "attempts",
      header: t("column.attempts"),
      className: "whitespace-nowrap",
      cell: ({ attempts, maxAttempts }) => t("attempts", { attempts, maxAttempts }),
    },
    { key: "when", header: t("column.when"), cell: (job) => when(job) },
    {
      key: "error",
      header: t("column.error"),
      className: "md:max-w-80",
      cell: ({ lastError }) => <span className="break-words text-muted">{lastError ?? t("no_error")}</span>,
    },
    {
      key: "retry",
      header: t("retry"),
      hideHeader: true,
      align: "end",
      cell: ({ id, state, task }) =>
        retry && state === "dead" && <RetryButton jobId={id} name={taskName(task)} retry={retry} />,
    },
  ];
  return <Table caption={t("caption")} columns={columns} rows={jobs} rowKey={(job) => job.id} />;
}

/** Tasks that never show a person their name keep the technical one. */
function useTaskName(): (task: string) => string {
  const t = useTranslations("jobs");
  return (task) => (t.has(`task.${task}`) ? t(`task.${task}`) : task);
}

function useWhen(): (job: Job) => string {
  const t = useTranslations("jobs");
  const format = useFormatter();
  const date = (milliseconds: number) => format.dateTime(milliseconds, { dateStyle: "medium", timeStyle: "short" });
  return ({ state, runAt, createdAt }) =>
    state === "retrying"
      ? t("next_attempt", { date: date(runAt.epochMilliseconds) })
      : t("created", { date: date(createdAt.epochMilliseconds) });
}
