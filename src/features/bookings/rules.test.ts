import { describe, expect, it } from "vitest";
import { Temporal } from "@/kernel/time";
import { holdExpiry, timesAfterDays, timesOf, whyNotThen } from "./rules";

const hours = (times: { startsAt: Temporal.Instant; endsAt: Temporal.Instant }) =>
  times.startsAt.until(times.endsAt).total("hours");

describe("local time at the venue becomes instants", () => {
  it("puts an end before the start on the next day", () => {
    const times = timesOf({ date: "2027-06-19", starts: "17:00", ends: "02:00" }, "America/Mexico_City");
    expect(times.localEnd.toString()).toBe("2027-06-20T02:00:00");
    expect(times.startsAt.toString()).toBe("2027-06-19T23:00:00Z");
    expect(hours(times)).toBe(9);
  });

  it("Santiago 2027-04-03 23:00 happens twice: the start is the first, the end the second", () => {
    const start = timesOf(
      { date: "2027-04-03", starts: "23:00", ends: "23:30", endDate: "2027-04-04" },
      "America/Santiago",
    );
    expect(start.startsAt.toString()).toBe("2027-04-04T02:00:00Z"); // still -03
    const end = timesOf({ date: "2027-04-03", starts: "20:00", ends: "23:30" }, "America/Santiago");
    expect(end.endsAt.toString()).toBe("2027-04-04T03:30:00Z"); // already -04: the place is taken for the whole
    expect(hours(end)).toBe(4.5);
  });

  it("Santiago 2027-09-05 00:00 to 01:00 does not exist: both move forward by the hour", () => {
    const start = timesOf({ date: "2027-09-05", starts: "00:30", ends: "05:00" }, "America/Santiago");
    expect(start.startsAt.toZonedDateTimeISO("America/Santiago").toPlainTime().toString()).toBe("01:30:00");
    const end = timesOf({ date: "2027-09-04", starts: "19:00", ends: "00:30" }, "America/Santiago");
    expect(end.endsAt.toString()).toBe("2027-09-05T04:30:00Z");
  });

  it("a night across the change of clocks is an hour longer in April and an hour shorter in September", () => {
    const night = (date: string) => timesOf({ date, starts: "19:00", ends: "04:00" }, "America/Santiago");
    expect(hours(night("2027-04-02"))).toBe(9);
    expect(hours(night("2027-04-03"))).toBe(10);
    expect(hours(night("2027-09-04"))).toBe(8);
  });

  it("Mexico has not changed its clocks since 2022", () => {
    const offset = (date: string) =>
      timesOf({ date, starts: "12:00", ends: "13:00" }, "America/Mexico_City").startsAt.toString().slice(11, 16);
    expect(offset("2027-01-15")).toBe("18:00");
    expect(offset("2027-07-15")).toBe("18:00");
    expect(offset("2021-07-15")).toBe("17:00");
  });

  it("Paraguay stays at -03 since October 2024", () => {
    const offset = (date: string) =>
      timesOf({ date, starts: "12:00", ends: "13:00" }, "America/Asuncion").startsAt.toString().slice(11, 16);
    expect(offset("2027-01-15")).toBe("15:00");
    expect(offset("2027-07-15")).toBe("15:00");
    expect(offset("2024-07-15")).toBe("16:00");
  });

  it("other days keep the hours of the day, whatever the clocks do between them", () => {
    const times = timesOf({ date: "2027-04-03", starts: "19:00", ends: "04:00" }, "America/Santiago");
    const later = timesAfterDays(times, 7, "America/Santiago");
    expect(later.localStart.toString()).toBe("2027-04-10T19:00:00");
    expect(hours(later)).toBe(9);
  });
});

describe("what cannot be", () => {
  const now = Temporal.Instant.from("2026-11-24T18:00:00Z");
  const mexico = "America/Mexico_City";

  it("refuses the past, what ends before it starts, and more than a month", () => {
    expect(whyNotThen(timesOf({ date: "2026-11-24", starts: "11:00", ends: "15:00" }, mexico), now)?.code).toBe(
      "in_the_past",
    );
    const backwards = { date: "2027-06-19", starts: "17:00", ends: "12:00", endDate: "2027-06-19" };
    expect(whyNotThen(timesOf(backwards, mexico), now)?.code).toBe("ends_before_start");
    const months = { date: "2027-06-19", starts: "17:00", ends: "12:00", endDate: "2027-08-19" };
    expect(whyNotThen(timesOf(months, mexico), now)?.code).toBe("too_long");
    expect(whyNotThen(timesOf({ date: "2026-11-24", starts: "13:00", ends: "15:00" }, mexico), now)).toBeNull();
  });

  it("a hold ends at 18:00 of its last day, or when the event begins", () => {
    const far = Temporal.Instant.from("2027-06-19T23:00:00Z");
    expect(holdExpiry(now, 3, mexico, far).toString()).toBe("2026-11-28T00:00:00Z");
    const near = Temporal.Instant.from("2026-11-25T23:00:00Z");
    expect(holdExpiry(now, 3, mexico, near)).toBe(near);
  });
});
