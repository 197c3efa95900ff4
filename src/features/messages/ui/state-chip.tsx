import { useTranslations } from "next-intl";
import { Chip, type ChipProps } from "@/components/chip";
import type { MessageState } from "../rules";

const look: Record<MessageState, Pick<ChipProps, "tone" | "icon">> = {
  queued: { tone: "hold", icon: "hourglass" },
  sent: { tone: "confirmed", icon: "check" },
  failed: { tone: "danger", icon: "alert" },
  bounced: { tone: "danger", icon: "undo" },
};

/** How a message stands. */
export function StateChip({ state }: { state: MessageState }) {
  const t = useTranslations("messages.state");
  return <Chip {...look[state]}>{t(state)}</Chip>;
}
