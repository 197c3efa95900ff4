import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/class-names";
import { wallClock } from "@/kernel/wall-clock";
import { barOf, type Claim } from "../rules";
import { claimClass, lookOf } from "./claim-look";
import { DayStrip } from "./day-strip";
import { hours } from "./hours";

type Props = {
  claim: Claim;
  /** The operating days that the card covers. */
  stretch: { first: string; last: string };
  dayCutoff: string;
  className?: string;
};

/** An event, a hold with its place in the line, or a closure, as a card in the days that it takes. */
export function ClaimCard({ claim, stretch, dayCutoff, className }: Props) {
  const t = useTranslations("calendar");
  const look = lookOf(claim);
  const box = cn("claim", claimClass[look], className);
  const people = claim.headCount === null ? null : ` · ${claim.headCount}`;
  const inside = (
    <>
      <b>
        {claim.rank !== null && <Rank rank={claim.rank} />}
        <span>{claim.title}</span>
        <span className="sr-only">{t(`look.${look}`)}</span>
      </b>
      <span>
        {look === "closure" ? <ClosedUntil end={claim.end} /> : hours(claim)}
        {people}
        {look === "expired" && ` · ${t("look.expired")}`}
      </span>
      {look !== "closure" && <DayStrip bar={barOf(claim, stretch, dayCutoff)} />}
    </>
  );
  if (claim.openable) {
    return (
      <button type="button" data-closure={claim.id} data-reason={claim.title} className={box}>
        {inside}
      </button>
    );
  }
  if (claim.kind === "closure") return <div className={box}>{inside}</div>;
  return (
    <Link href={`/events/${claim.id}`} prefetch={false} className={box}>
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

/** The place of a hold in the line. */
export function Rank({ rank }: { rank: number }): ReactNode {
  const t = useTranslations("calendar");
  return (
    <span className="claim-rank">
      <span aria-hidden="true">{t("rank", { rank })}</span>
      <span className="sr-only">{t("rank_spoken", { rank })}</span>
    </span>
  );
}

/** A place that cannot be had because the whole, or a part of it, is taken: hatched, without a card of its own. */
export function SharedCard({ claim }: { claim: Claim }) {
  return <div className="claim-shared look-shared">{`${claim.spaceNames.join(" + ")}, ${hours(claim)}`}</div>;
}
