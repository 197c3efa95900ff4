import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/class-names";
import { wallClock } from "@/kernel/wall-clock";
import type { Claim } from "../rules";
import { claimClass, lookOf } from "./claim-look";
import { hours } from "./hours";

export type MonthDay = {
  date: string;
  href: string;
  occupancy: number | null;
  isToday: boolean;
  inMonth: boolean;
  claims: Claim[];
};

const mostBars = 4;

/** Several weeks at a glance: each turn a short bar, each day with how full it is; a day is a door to itself. */
export function MonthGrid({ days }: { days: readonly MonthDay[] }) {
  const format = useFormatter();
  return (
    <div className="overflow-hidden rounded border border-line bg-surface">
      <div aria-hidden="true" className="grid grid-cols-7 border-line border-b text-muted text-xs">
        {days.slice(0, 7).map((day) => (
          <span key={day.date} className="truncate border-line border-l px-2 py-1.5 font-[560] first:border-l-0">
            {format.dateTime(wallClock(day.date), { weekday: "short", timeZone: "UTC" })}
          </span>
        ))}
      </div>
      <ol className="month grid grid-cols-7">
        {days.map((day) => (
          <li key={day.date} className={day.inMonth ? undefined : "bg-paper"}>
            <DayNumber day={day} />
            <ul>
              {day.claims.slice(0, mostBars).map((claim) => (
                <ClaimBar key={claim.id} claim={claim} />
              ))}
            </ul>
            <More count={day.claims.length - mostBars} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function DayNumber({ day }: { day: MonthDay }) {
  const t = useTranslations("calendar");
  const format = useFormatter();
  const percent = day.occupancy === null ? null : Math.round(day.occupancy * 100);
  const name = format.dateTime(wallClock(day.date), {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return (
    <Link href={day.href} prefetch={false} aria-current={day.isToday ? "date" : undefined}>
      <span className="sr-only">{name}</span>
      <span
        aria-hidden="true"
        className={cn(
          "font-[560]",
          !day.inMonth && "text-muted",
          day.isToday && "rounded-full bg-accent px-1.5 text-on-accent",
        )}
      >
        {Number(day.date.slice(8))}
      </span>
      {percent !== null && percent > 0 && (
        <span className="text-faint max-md:sr-only">
          <span className="sr-only">{t("occupied", { percent })}</span>
          <span aria-hidden="true">{t("percent", { percent })}</span>
        </span>
      )}
    </Link>
  );
}

function ClaimBar({ claim }: { claim: Claim }) {
  const look = lookOf(claim);
  const box = cn("month-claim", claimClass[look]);
  const text = <span>{look === "closure" ? claim.title : `${hours(claim)} ${claim.title}`}</span>;
  if (claim.kind === "closure") return <li className={box}>{text}</li>;
  return (
    <li className="month-door">
      <Link href={`/events/${claim.id}`} prefetch={false} className={box}>
        {text}
      </Link>
    </li>
  );
}

function More({ count }: { count: number }) {
  const t = useTranslations("calendar");
  return count > 0 ? <p>{t("more", { count })}</p> : null;
}
