import { type CalendarSpace, type CalendarVenue, type Claim, claimsOn, daysOf } from "../rules";
import { ClaimCard, SharedCard } from "./claim-card";
import type { Day } from "./day";
import { SpaceHead } from "./space-head";
import { WeekCells } from "./week-cells";

type Props = {
  space: CalendarSpace;
  venue: CalendarVenue;
  claims: readonly Claim[];
  days: readonly Day[];
  row: number;
  canHold: boolean;
};

/** One room through the week. Under the cards each day is a button that holds the room for that day. */
export function WeekRow({ space, venue, claims, days, row, canHold }: Props) {
  const place = (claim: Claim) => columnsOf(claim, days, venue.dayCutoff);
  const { own, shared } = claimsOn(
    space,
    claims.filter((claim) => place(claim).shown),
  );
  return (
    <div className="week-row">
      <SpaceHead space={space} id={`calendar-space-${row}`} />
      <div>
        <WeekCells row={row} weekends={days.map((day) => day.isWeekend)} canHold={canHold} />
        <ul>
          {own.map((claim) => (
            <li key={claim.id} style={{ gridColumn: place(claim).css }}>
              <ClaimCard claim={claim} stretch={place(claim)} dayCutoff={venue.dayCutoff} />
            </li>
          ))}
          {shared.map((claim) => (
            <li key={claim.id} style={{ gridColumn: place(claim).css }}>
              <SharedCard claim={claim} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The columns of the days that a claim takes, cut to the days that are shown. */
function columnsOf(claim: Claim, days: readonly Day[], dayCutoff: string) {
  const { first, last } = daysOf(claim, dayCutoff);
  const shown = days.filter(({ date }) => date >= first && date <= last).map(({ date }) => date);
  const from = shown[0] ?? first;
  const to = shown.at(-1) ?? last;
  const start = days.findIndex(({ date }) => date === from) + 1;
  return { shown: shown.length > 0, first: from, last: to, css: `${start} / span ${Math.max(1, shown.length)}` };
}
