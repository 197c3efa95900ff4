import { useFormatter, useTranslations } from "next-intl";
import { wallClock } from "@/kernel/wall-clock";
import { firstName, greetingOf } from "../rules";

/** The day, and good morning by the hour on the organization's wall; `local` is YYYY-MM-DDTHH:MM there. */
export function Greeting({ name, local }: { name: string; local: string }) {
  const t = useTranslations("home");
  const format = useFormatter();
  return (
    <header className="mb-4">
      <p className="text-muted text-sm first-letter:uppercase">
        {format.dateTime(wallClock(local), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })}
      </p>
      <h1>{t(`greeting.${greetingOf(Number(local.slice(11, 13)))}`, { name: firstName(name) })}</h1>
    </header>
  );
}
