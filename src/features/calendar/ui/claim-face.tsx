"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/class-names";
import { wallClock } from "@/kernel/wall-clock";
import type { Bar, Claim } from "../rules";
import { type ClaimLook, claimClass } from "./claim-look";
import { Rank } from "./claim-rank";
import { DayStrip } from "./day-strip";

type Props = Pick<Claim, "id" | "kind" | "title" | "headCount" | "rank" | "openable" | "end"> & {
  look: ClaimLook;
  /** From when until when, in a few characters. */
  at: string;
  bar?: Bar;
  className?: string;
};

/** What is drawn of a claim's card. Made in the browser too: there are many, and their data is lighter than they are. */
export function ClaimFace({ id, kind, title, headCount, rank, openable, end, look, at, bar, className }: Props) {
  const t = useTranslations("calendar");
  const box = cn("claim", claimClass[look], className);
  const inside = (
    <>
      <b>
        {rank !== null && <Rank rank={rank} />}
        <span>{title}</span>
        <span className="sr-only">{t(`look.${look}`)}</span>
      </b>
      <span>
        {look === "closure" ? <ClosedUntil end={end} /> : at}
        {headCount !== null && ` · ${headCount}`}
        {look === "expired" && ` · ${t("look.expired")}`}
      </span>
      {bar && <DayStrip bar={bar} />}
    </>
  );
  if (openable) {
    return (
      <button type="button" data-closure={id} data-reason={title} className={box}>
        {inside}
      </button>
    );
  }
  if (kind === "closure") return <div className={box}>{inside}</div>;
  return (
    <Link href={`/events/${id}`} prefetch={false} className={box}>
      {inside}
    </Link>
  );
}

function ClosedUntil({ end }: { end: string }) {
  const t = useTranslations("calendar");
  const format = useFormatter();
  const until = { weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "UTC" } as const;
  return t("closed_until", { until: format.dateTime(wallClock(end), until) });
}
