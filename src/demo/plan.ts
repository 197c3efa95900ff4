import type { EventType } from "@/features/bookings/rules";
import { Temporal } from "@/kernel/time";
import type { DemoOrganization, DemoVenue } from "./cast";
import { type Random, seeded } from "./random";
import { namesOf, somethingToCelebrate } from "./titles";

/** Something that somebody asked for: when they asked, what, where, and how it went on. */
export type Wish = {
  askedAt: Temporal.Instant;
  title: string;
  type: EventType;
  clientName: string;
  headCount: number;
  venue: string;
  space: string;
  date: string;
  starts: string;
  ends: string;
  holdDays: number;
  /** Days after asking; null for what is still on hold. */
  outcome: { kind: "confirmed" | "released"; afterDays: number } | null;
  /** Whether the head count changed later. */
  grows: boolean;
};

type Setting = { random: Random; now: Temporal.Instant; country: string };

const weekdayShare = [0, 0.1, 0.1, 0.16, 0.24, 0.5, 0.9, 0.55]; // index 1 is Monday
/** How far back the demo goes. */
export const daysBefore = 30;
const lastDay = 100;

/** Everything that was asked of an organization around `now`, in the order of asking. The same for the same day. */
export function planOf(organization: DemoOrganization, now: Temporal.Instant): Wish[] {
  const random = seeded(organization.seed);
  const today = now.toZonedDateTimeISO(organization.timeZone).toPlainDate();
  const wishes: Wish[] = [];
  for (let offset = -daysBefore; offset <= lastDay; offset++) {
    const date = today.add({ days: offset });
    for (const venue of organization.venues) {
      wishes.push(...wishesFor({ random, now, country: organization.country }, venue, date, offset));
    }
  }
  return wishes.sort((a, b) => Temporal.Instant.compare(a.askedAt, b.askedAt));
}

function wishesFor(at: Setting, venue: DemoVenue, date: Temporal.PlainDate, offset: number): Wish[] {
  const { random } = at;
  // The nearer the day, the fuller: people book months ahead, and some of them late.
  const near = offset <= 7 ? 1 : Math.max(0.15, 1 - offset / 170);
  const share = (weekdayShare[date.dayOfWeek] ?? 0) * near;
  const wishes: Wish[] = [];
  for (const [index, shift] of venue.shifts.entries()) {
    const places = date.dayOfWeek >= 5 && index > 0 ? 3 : 1;
    for (let place = 0; place < places; place++) {
      if (!random.chance(index === 0 ? share * 0.55 : share)) continue;
      wishes.push(...wishesOf(at, venue, date, shift, offset));
    }
  }
  return wishes;
}

function wishesOf(
  { random, now, country }: Setting,
  venue: DemoVenue,
  date: Temporal.PlainDate,
  shift: DemoVenue["shifts"][number],
  offset: number,
): Wish[] {
  const [first, ...others] = venue.spaces;
  if (!first) return [];
  const space = random.pick([first, ...others]);
  const occasion = date.dayOfWeek >= 5 ? (shift.starts < "15:00" ? "noon" : "night") : "weekday";
  const wish = (askedHoursAgo: number): Wish => ({
    ...somethingToCelebrate(random, occasion, country),
    askedAt: now.subtract({ hours: askedHoursAgo }),
    headCount: Math.max(20, Math.round((space.capacity * random.whole(45, 98)) / 1000) * 10),
    venue: venue.name,
    space: space.name,
    date: date.toString(),
    starts: shift.starts,
    ends: shift.ends,
    holdDays: 14,
    outcome: null,
    grows: random.chance(0.3),
  });
  const daysAhead = Math.max(0, -offset);
  const fresh = offset > 6 && random.chance(0.26);
  if (!fresh) {
    const asked = daysAhead * 24 + random.whole(15, 90) * 24 + random.whole(1, 9);
    const lost = random.chance(0.12);
    return [{ ...wish(asked), outcome: { kind: lost ? "released" : "confirmed", afterDays: random.whole(1, 9) } }];
  }
  const hold = { ...wish(random.whole(20, 110)), holdDays: random.whole(6, 12) };
  if (!random.chance(0.45)) return [hold];
  return [hold, { ...wish(random.whole(2, 18)), holdDays: random.whole(4, 9) }];
}

/** What the demo shows on purpose, whatever the seed: today's events, and holds that end soon with somebody behind. */
export function scenes(organization: DemoOrganization, now: Temporal.Instant): Wish[] {
  const local = now.toZonedDateTimeISO(organization.timeZone);
  const day = (offset: number) => local.toPlainDate().add({ days: offset }).toString();
  const [venue] = organization.venues;
  const names = venue?.spaces.map((space) => space.name) ?? [];
  const [hall = "", , whole = "", , terrace = names.at(-1) ?? ""] = names;
  const saturday = day(((13 - local.dayOfWeek) % 7) + 14);
  const { companies, schools, girls, people, surnames, fifteen } = namesOf(organization.country);
  const [client, rival, guest = rival] = companies;
  const base = { venue: venue?.name ?? "", outcome: null, grows: false, holdDays: 5 };
  const confirmed = { ...base, outcome: { kind: "confirmed" as const, afterDays: 2 } };
  const ago = (hours: number) => now.subtract({ hours });
  const night = { starts: venue?.shifts.at(-1)?.starts ?? "19:00", ends: venue?.shifts.at(-1)?.ends ?? "02:00" };
  // A hold for a day ends at 18:00 of the next: asked yesterday it ends today, and after 17:00 we show one for tomorrow.
  const noon = (offset: number) =>
    local
      .toPlainDate()
      .add({ days: offset })
      .toZonedDateTime({ timeZone: organization.timeZone, plainTime: "12:00" })
      .toInstant();
  const dayBefore = noon(local.hour < 17 ? -1 : 0);
  return [
    {
      ...confirmed,
      askedAt: ago(24 * 40),
      title: `Desayuno ${client}`,
      type: "corporate",
      clientName: client,
      headCount: 80,
      space: terrace,
      date: day(0),
      starts: "08:00",
      ends: "12:00",
      grows: true,
    },
    {
      ...confirmed,
      askedAt: ago(24 * 33),
      title: `Cena ${schools[1]}`,
      type: "corporate",
      clientName: schools[1] ?? "",
      headCount: 150,
      space: hall,
      date: day(0),
      starts: "19:00",
      ends: "23:30",
    },
    {
      ...confirmed,
      askedAt: ago(24 * 21),
      title: `Comida de fin de año ${guest}`,
      type: "corporate",
      clientName: guest ?? "",
      headCount: 120,
      space: hall,
      date: day(1),
      starts: "13:00",
      ends: "18:00",
      grows: true,
    },
    {
      ...base,
      askedAt: dayBefore,
      holdDays: 1,
      title: `${fifteen} ${girls[0]}`,
      type: "quinceanera",
      clientName: `Familia ${surnames[4]}`,
      headCount: 170,
      space: hall,
      date: saturday,
      ...night,
    },
    {
      ...base,
      askedAt: ago(4),
      title: `Comida ${rival}`,
      type: "corporate",
      clientName: rival ?? "",
      headCount: 90,
      space: whole,
      date: saturday,
      ...night,
    },
    {
      ...base,
      askedAt: ago(5),
      holdDays: 1,
      title: `Cumpleaños ${people[0]}`,
      type: "birthday",
      clientName: `${people[0]} ${surnames[2]}`,
      headCount: 70,
      space: terrace,
      date: saturday,
      ...night,
    },
  ];
}
