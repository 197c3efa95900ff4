import { Temporal } from "@/kernel/time";
import { wallMinutes } from "@/kernel/wall-clock";

export type CalendarSpace = {
  id: string;
  name: string;
  capacity: number;
  /** The first layout's name, if there is one: "banquete". */
  layout: string | null;
  atomIds: string[];
  /** Other spaces that share its atoms: those it is made of, those it is part of. */
  parts: string[];
  partOf: string[];
};

export type CalendarShift = { id: string; name: string; starts: string; ends: string };

export type CalendarVenue = {
  id: string;
  name: string;
  /** The operating day ends here, HH:MM. */
  dayCutoff: string;
  spaces: CalendarSpace[];
  shifts: CalendarShift[];
};

/** What an event or a closure takes. Times are local at the venue, to the minute; `from` and `until` with the margins. */
export type Claim = {
  id: string;
  kind: "event" | "closure";
  venueId: string;
  title: string;
  status: string | null;
  headCount: number | null;
  start: string;
  end: string;
  from: string;
  until: string;
  spaceIds: string[];
  spaceNames: string[];
  atomIds: string[];
  blocking: boolean;
  /** Place in the line of a hold in force; null for others and for a hold that expired. */
  rank: number | null;
  /** A closure that whoever looks may open again. */
  openable?: boolean;
};

export type Grid = { venues: CalendarVenue[]; claims: Claim[] };

/** The days that a view shows: `from` is the first, `to` the one after the last. Weeks begin on Monday. */
export function rangeOf(view: "day" | "week" | "month", date: string): { from: string; to: string } {
  const day = Temporal.PlainDate.from(date);
  if (view === "day") return { from: date, to: day.add({ days: 1 }).toString() };
  if (view === "week") return { from: monday(day).toString(), to: monday(day).add({ days: 7 }).toString() };
  const first = day.with({ day: 1 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return { from: monday(first).toString(), to: monday(last).add({ days: 7 }).toString() };
}

/** The day that a view shows before or after this one. */
export function stepOf(view: "day" | "week" | "month", date: string, direction: 1 | -1): string {
  const day = Temporal.PlainDate.from(date);
  if (view === "day") return day.add({ days: direction }).toString();
  if (view === "week") return day.add({ days: 7 * direction }).toString();
  return day.with({ day: 1 }).add({ months: direction }).toString();
}

/** The day, or the earliest one when it is before that. */
export function notBefore(day: string, earliest: string): string {
  return day.localeCompare(earliest) < 0 ? earliest : day;
}

/** Every day from `from` up to and without `to`. */
export function daysBetween(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(Temporal.PlainDate.from(to)).days;
  return Array.from({ length: count }, (_, index) => first.add({ days: index }).toString());
}

/** The operating day of a local time: a party at 01:00 with the cut-off at 06:00 belongs to the day before. */
export function operatingDay(local: string, dayCutoff: string): string {
  const cutoff = Temporal.PlainTime.from(dayCutoff);
  const shifted = Temporal.PlainDateTime.from(local).subtract({ hours: cutoff.hour, minutes: cutoff.minute });
  return shifted.toPlainDate().toString();
}

/** The first and the last operating day of a claim. */
export function daysOf(claim: Pick<Claim, "start" | "end">, dayCutoff: string): { first: string; last: string } {
  const lastMinute = Temporal.PlainDateTime.from(claim.end).subtract({ minutes: 1 }).toString();
  return { first: operatingDay(claim.start, dayCutoff), last: operatingDay(lastMinute, dayCutoff) };
}

/** The calendar with only its holds or only what is confirmed; closures stay, because nothing can be put on them. */
export function only(grid: Grid, show: "holds" | "confirmed" | undefined): Grid {
  if (!show) return grid;
  return {
    ...grid,
    claims: grid.claims.filter((it) => it.kind === "closure" || it.blocking === (show === "confirmed")),
  };
}

/** The calendar for somebody who may open closures again. */
export function withOpenableClosures(grid: Grid): Grid {
  return { ...grid, claims: grid.claims.map((it) => (it.kind === "closure" ? { ...it, openable: true } : it)) };
}

/** The calendar with only what takes part of one operating day. */
export function onDay(grid: Grid, date: string): Grid {
  const cutoffs = new Map(grid.venues.map((venue) => [venue.id, venue.dayCutoff]));
  const claims = grid.claims.filter((claim) => {
    const { first, last } = daysOf(claim, cutoffs.get(claim.venueId) ?? "00:00");
    return first <= date && date <= last;
  });
  return { ...grid, claims };
}

/** The claims of a space itself, and those that take it because they have a part or the whole of it. */
export function claimsOn(space: CalendarSpace, claims: readonly Claim[]): { own: Claim[]; shared: Claim[] } {
  const atoms = new Set(space.atomIds);
  return {
    own: claims.filter((claim) => claim.spaceIds.includes(space.id)),
    shared: claims.filter(
      (claim) => claim.blocking && !claim.spaceIds.includes(space.id) && claim.atomIds.some((id) => atoms.has(id)),
    ),
  };
}

/**
 * Share of what could be sold on a day that is sold, 0 to 1: of every turn of every atom that is not closed, those
 * with a confirmed event in them. A venue without shifts has one turn, the operating day. Null when nothing is for sale.
 */
export function occupancyOf(grid: Grid, day: string): number | null {
  let [sold, forSale] = [0, 0];
  for (const venue of grid.venues) {
    const claims = grid.claims.filter((claim) => claim.venueId === venue.id && claim.blocking);
    const atoms = new Set(venue.spaces.flatMap((space) => space.atomIds));
    for (const turn of turnsOf(venue, day)) {
      const there = claims.filter((claim) => claim.start < turn.end && claim.end > turn.start);
      const closed = new Set(there.filter((claim) => claim.kind === "closure").flatMap((claim) => claim.atomIds));
      const taken = new Set(there.filter((claim) => claim.kind === "event").flatMap((claim) => claim.atomIds));
      for (const atom of atoms) {
        if (taken.has(atom)) sold++;
        if (taken.has(atom) || !closed.has(atom)) forSale++;
      }
    }
  }
  return forSale === 0 ? null : sold / forSale;
}

/** A venue's turns on an operating day, in local time. */
export function turnsOf(venue: CalendarVenue, day: string): { name: string; start: string; end: string }[] {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  if (venue.shifts.length === 0) {
    return [{ name: "", start: `${day}T${venue.dayCutoff}`, end: `${next}T${venue.dayCutoff}` }];
  }
  return venue.shifts.map(({ name, starts, ends }) => ({
    name,
    start: `${day}T${starts}`,
    end: `${ends <= starts ? next : day}T${ends}`,
  }));
}

/** Where a claim lies in a stretch of time, in per cent of it: margins from `from` to `until`, hours from `start` to `end`. */
export type Bar = { from: number; start: number; end: number; until: number };

/** The bar of a claim between the cut-off of `first` and the cut-off after `last`. */
export function barOf(
  claim: Pick<Claim, "from" | "start" | "end" | "until">,
  stretch: { first: string; last: string },
  dayCutoff: string,
): Bar {
  const opens = `${stretch.first}T${dayCutoff}`;
  const closes = `${Temporal.PlainDate.from(stretch.last).add({ days: 1 }).toString()}T${dayCutoff}`;
  const whole = wallMinutes(opens, closes);
  const at = (local: string) =>
    Math.round(Math.min(100, Math.max(0, (wallMinutes(opens, local) / whole) * 100)) * 10) / 10;
  return { from: at(claim.from), start: at(claim.start), end: at(claim.end), until: at(claim.until) };
}

/** Puts claims that overlap in time on lines below each other; the fewest lines, earliest first. */
export function linesOf(claims: readonly Claim[]): { claim: Claim; line: number }[] {
  const ends: string[] = [];
  return [...claims]
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((claim) => {
      const free = ends.findIndex((end) => end <= claim.from);
      const line = free === -1 ? ends.length : free;
      ends[line] = claim.until;
      return { claim, line };
    });
}

function monday(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
