/** Part of the day by the hour on the organization's wall: morning until noon, evening from seven. */
export function greetingOf(hour: number): "morning" | "afternoon" | "evening" {
  if (hour >= 5 && hour < 12) return "morning";
  return hour >= 12 && hour < 19 ? "afternoon" : "evening";
}

/** A person's first name, to greet them by. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}

export type EndingHold = {
  id: string;
  title: string;
  /** Local at the venue. */
  expires: string;
  /** Whether the day it ends is today there, or tomorrow. */
  ends: "today" | "tomorrow" | "soon";
  rank: number;
  /** Whoever is next in line, if anybody. */
  nextTitle: string | null;
};

export type DayEvent = {
  id: string;
  title: string;
  status: string;
  start: string;
  spaces: string[];
  headCount: number | null;
  going: "now" | "later" | "over";
  day: "today" | "tomorrow";
};

export type UnconfirmedEvent = { id: string; title: string; start: string; days: number };
