import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/class-names";
import {
  type Bar,
  barOf,
  type CalendarSpace,
  type CalendarVenue,
  type Claim,
  claimsOn,
  type Grid,
  linesOf,
  turnsOf,
} from "../rules";
import { claimClass, lookOf } from "./claim-look";
import { Rank } from "./claim-rank";
import { hours } from "./hours";
import { SpaceHead } from "./space-head";

type Props = { grid: Grid; date: string; canHold: boolean };

/** One day, proportional to the hour, from each venue's cut-off to the next one. */
export function DayTimeline({ grid, date, canHold }: Props) {
  let row = 0;
  return (
    <div className="overflow-hidden rounded border border-line bg-surface">
      {grid.venues.map((venue) => {
        const claims = grid.claims.filter((claim) => claim.venueId === venue.id);
        return (
          <section key={venue.id} aria-label={venue.name} className="border-line border-b last:border-b-0">
            <div className="grid grid-cols-[10.5rem_minmax(0,1fr)] bg-paper text-muted text-xs">
              <h2 className="truncate px-3 py-1.5 font-semibold text-xs">{venue.name}</h2>
              <HourScale dayCutoff={venue.dayCutoff} />
            </div>
            {venue.spaces.map((space) => (
              <DayRow key={space.id} {...{ venue, space, claims, date, canHold }} row={row++} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

function HourScale({ dayCutoff }: { dayCutoff: string }) {
  const first = Number(dayCutoff.slice(0, 2));
  const every = Array.from({ length: 8 }, (_, index) => (first + index * 3) % 24);
  return (
    <div aria-hidden="true" className="grid grid-cols-8">
      {every.map((hour) => (
        <span key={hour} className="border-line border-l px-1.5 py-1.5">
          {String(hour).padStart(2, "0")}
        </span>
      ))}
    </div>
  );
}

type RowProps = {
  venue: CalendarVenue;
  space: CalendarSpace;
  claims: readonly Claim[];
  date: string;
  row: number;
  canHold: boolean;
};

const lineHeight = 44;

function DayRow({ venue, space, claims, date, row, canHold }: RowProps) {
  const { own, shared } = claimsOn(space, claims);
  const stretch = { first: date, last: date };
  const lines = linesOf([...own, ...shared]);
  const height = 12 + lineHeight * Math.max(1, ...lines.map(({ line }) => line + 1));
  return (
    <div className="grid grid-cols-[10.5rem_minmax(0,1fr)] border-line border-t">
      <SpaceHead space={space} id={`calendar-space-${row}`} />
      <div
        className="relative [background:linear-gradient(90deg,var(--line)_1px,transparent_1px)_0_0/12.5%_100%]"
        style={{ minHeight: Math.max(64, height) }}
      >
        {canHold && <Turns venue={venue} date={date} row={row} />}
        <ul className="pointer-events-none relative">
          {lines.map(({ claim, line }) => (
            <DayBlock
              key={claim.id}
              claim={claim}
              bar={barOf(claim, stretch, venue.dayCutoff)}
              top={6 + line * lineHeight}
              shared={!own.includes(claim)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Under the blocks each turn is a button that holds the room for it. */
function Turns({ venue, date, row }: { venue: CalendarVenue; date: string; row: number }) {
  return turnsOf(venue, date).map((turn, column) => {
    const asClaim = { start: turn.start, end: turn.end, from: turn.start, until: turn.end };
    const bar = barOf(asClaim, { first: date, last: date }, venue.dayCutoff);
    return (
      <button
        key={turn.start}
        type="button"
        data-cell={`${row}:${column}`}
        data-turn={`${turn.start.slice(11)}-${turn.end.slice(11)}`}
        tabIndex={row === 0 && column === 0 ? 0 : -1}
        aria-labelledby={`calendar-hold calendar-space-${row} calendar-turn-${row}-${column}`}
        className="absolute inset-y-0 border-line-strong/60 border-x border-dashed text-start align-top text-faint text-xs hover:bg-accent-soft hover:text-accent-ink focus-visible:z-1 focus-visible:-outline-offset-2"
        style={{ left: `${bar.start}%`, width: `${bar.end - bar.start}%` }}
      >
        <span
          id={`calendar-turn-${row}-${column}`}
          className="absolute right-1.5 bottom-0.5 max-w-full truncate pl-1.5"
        >
          {turn.name || hours(turn)}
        </span>
      </button>
    );
  });
}

function DayBlock({ claim, bar, top, shared }: { claim: Claim; bar: Bar; top: number; shared: boolean }) {
  const t = useTranslations("calendar");
  const look = lookOf(claim);
  const box = cn(
    "absolute block overflow-hidden whitespace-nowrap rounded-[6px] px-2 py-1 text-xs leading-tight",
    shared ? "look-shared bg-surface text-muted" : claimClass[look],
  );
  const style = { left: `${bar.start}%`, width: `${Math.max(3, bar.end - bar.start)}%`, top, height: lineHeight - 4 };
  const inside = (
    <>
      <b className="flex items-center gap-1.5">
        {claim.rank !== null && !shared && <Rank rank={claim.rank} />}
        <span className="truncate">{shared ? claim.spaceNames.join(" + ") : claim.title}</span>
        <span className="sr-only">{t(shared ? "look.shared" : `look.${look}`)}</span>
      </b>
      <span className="block truncate text-[0.6875rem]">
        {claim.headCount === null ? hours(claim) : `${hours(claim)} · ${claim.headCount}`}
      </span>
    </>
  );
  return (
    <li>
      {bar.until - bar.from > bar.end - bar.start && (
        <span
          aria-hidden="true"
          className="hatch absolute rounded-[6px] border border-line border-dashed"
          style={{ left: `${bar.from}%`, width: `${bar.until - bar.from}%`, top, height: lineHeight - 4 }}
        />
      )}
      {claim.kind === "closure" || shared ? (
        <div className={box} style={style}>
          {inside}
        </div>
      ) : (
        <Link href={`/events/${claim.id}`} prefetch={false} className={cn(box, "pointer-events-auto")} style={style}>
          {inside}
        </Link>
      )}
    </li>
  );
}
