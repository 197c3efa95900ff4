import { useTranslations } from "next-intl";
import { Chip } from "@/components/chip";
import type { IconName } from "@/components/icon";
import type { Tone } from "@/components/tone";
import type { EventStatus } from "../rules";

const look: Record<EventStatus, { tone: Tone; icon?: IconName }> = {
  inquiry: { tone: "neutral" },
  tentative: { tone: "hold", icon: "hourglass" },
  confirmed: { tone: "confirmed", icon: "check" },
  in_progress: { tone: "accent", icon: "play" },
  completed: { tone: "done", icon: "check" },
  closed: { tone: "done", icon: "lock" },
  cancelled: { tone: "danger", icon: "x" },
  lost: { tone: "done", icon: "x" },
};

/** Where an event is in its life, in a word. */
export function EventStatusChip({ status }: { status: EventStatus }) {
  const t = useTranslations("events.status");
  return <Chip {...look[status]}>{t(status)}</Chip>;
}
