import { useFormatter, useTranslations } from "next-intl";
import { wallClock, wallMinutes } from "@/kernel/wall-clock";

type Props = { start: string; end: string; short?: boolean };

/** When an event is, on the venue's clock: one day with its hours (a night counts as one), or from day to day. */
export function When({ start, end, short }: Props) {
  const t = useTranslations("events");
  const format = useFormatter();
  const day = (local: string) =>
    format.dateTime(wallClock(local), {
      weekday: "short",
      day: "numeric",
      month: short ? "short" : "long",
      year: short ? undefined : "numeric",
      timeZone: "UTC",
    });
  const [from, to] = [start.slice(11), end.slice(11)];
  if (short && wallMinutes(start, end) < 24 * 60)
    return <span className="whitespace-nowrap">{`${day(start)}, ${from}-${to}`}</span>;
  if (wallMinutes(start, end) < 24 * 60) return t("range", { day: day(start), from, to });
  return t("range_days", { first: day(start), from, last: day(end), to });
}
