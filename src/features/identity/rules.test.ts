import { describe, expect, it } from "vitest";
import { Temporal } from "@/kernel/time";
import {
  confirmedUntil,
  deviceName,
  grouped,
  isDueForSliding,
  lockoutDelay,
  lockouts,
  maskedEmail,
  plainCode,
  safeNext,
  sessionExpiry,
} from "./rules";

const now = Temporal.Instant.from("2026-11-24T18:00:00Z");
const days = (count: number) => now.add({ hours: 24 * count });

describe("a session", () => {
  it("ends after 14 days without use, and after 90 in any case", () => {
    expect(sessionExpiry(now, now)).toEqual(days(14));
    expect(sessionExpiry(now, days(70))).toEqual(days(84));
    expect(sessionExpiry(now, days(76))).toEqual(days(90));
    expect(sessionExpiry(now, days(89))).toEqual(days(90));
  });

  it("is moved forward every five minutes at most", () => {
    expect(isDueForSliding(now, now.add({ minutes: 4, seconds: 59 }))).toBe(false);
    expect(isDueForSliding(now, now.add({ minutes: 5 }))).toBe(true);
  });

  it("lets sensitive things be done for ten minutes after a password", () => {
    expect(confirmedUntil(now)).toEqual(now.add({ minutes: 10 }));
  });
});

describe("the wait after wrong passwords", () => {
  const waits = (of: keyof typeof lockouts, attempts: number[]) => attempts.map((n) => lockoutDelay(n, lockouts[of]));

  it("from devices that never signed in doubles from the fifth on, up to a quarter of an hour", () => {
    expect(waits("unknownDevice", [1, 4, 5, 6, 7, 8, 9, 10, 11, 500])).toEqual([
      0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
    ]);
  });

  it("from a device of the owner begins at the tenth", () => {
    expect(waits("knownDevice", [9, 10, 11])).toEqual([0, 30, 60]);
  });

  it("lets an attacker try fewer than a hundred passwords a day", () => {
    let [seconds, attempts] = [0, 0];
    for (; seconds < 86_400; attempts++) seconds += lockoutDelay(attempts + 1, lockouts.unknownDevice);
    expect(attempts).toBeLessThan(110);
  });
});

it("goes on to paths of our own only", () => {
  expect(["/calendar?week=3", "/"].map(safeNext)).toEqual(["/calendar?week=3", "/"]);
  const elsewhere = [
    null,
    "",
    "calendar",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/a b",
    "/\t/x",
  ];
  expect(elsewhere.map(safeNext)).toEqual(elsewhere.map(() => "/"));
});

it("names a device as its owner would", () => {
  const android =
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36";
  const iphone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
  const edge =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0";
  expect([android, iphone, edge, "curl/8", null].map(deviceName)).toEqual([
    "Chrome, Android",
    "Safari, iPhone",
    "Edge, Windows",
    null,
    null,
  ]);
});

it("reads a code however it was typed", () => {
  expect(plainCode(" abcd-efgh ijkl_mnop ")).toBe("ABCDEFGHIJKLMNOP");
  expect(plainCode("123 456")).toBe("123456");
  expect(grouped("ABCDEFGHIJKLMNOP")).toBe("ABCD-EFGH-IJKL-MNOP");
});

it("shows enough of an address to recognise it", () => {
  expect(maskedEmail("mariana@ejemplo.mx")).toBe("m***@ejemplo.mx");
});
