import type { Temporal } from "@/kernel/time";

/** A wish: all of these spaces of one venue, at these times. */
export type Wish = {
  spaceIds: readonly string[];
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  localStart: Temporal.PlainDateTime;
  localEnd: Temporal.PlainDateTime;
  /** Whether the set-up and tear-down of the spaces count; not for a closure. */
  withMargins: boolean;
};

/**
 * Who has the place. `title` and `id` are null for those who may not know; times are local at the venue, and `until`
 * counts the tear-down.
 */
export type Holder = {
  kind: "event" | "closure";
  id: string | null;
  title: string | null;
  status: string | null;
  spaceName: string;
  start: string;
  end: string;
  until: string;
};

/** A way out: the same time elsewhere, or the same place on another day. Free of what blocks; `holds` compete for it. */
export type Alternative = {
  kind: "other_space" | "other_day";
  spaceIds: string[];
  spaceName: string;
  capacity: number;
  start: string;
  end: string;
  holds: number;
};

/** The refusal of every verb that puts something in a place: the space wanted, who has it, and up to three ways out. */
export type SpaceTaken = {
  code: "space_taken";
  spaceId: string;
  spaceName: string;
  holder: Holder;
  alternatives: Alternative[];
};

/** Days to look at for another date, nearest first: tomorrow, yesterday, the day after... two weeks each way. */
export const daysAround: readonly number[] = Array.from(
  { length: 28 },
  (_, i) => (i % 2 === 0 ? 1 : -1) * (Math.floor(i / 2) + 1),
);

/** At most three: two rooms at the same time, and the nearest days; either makes room for the other. */
export function threeOf(alternatives: readonly Alternative[]): Alternative[] {
  const rooms = alternatives.filter(({ kind }) => kind === "other_space");
  const days = alternatives.filter(({ kind }) => kind === "other_day");
  const first = rooms.slice(0, Math.max(2, 3 - days.length));
  return [...first, ...days].slice(0, 3);
}
