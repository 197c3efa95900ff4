import type { Temporal } from "@/kernel/time";

export const sessionCookie = "session";
export const secondStepCookie = "second-step";

/** Hours and minutes that links and challenges are good for. */
export const hoursToVerifyEmail = 24;
export const minutesToResetPassword = 30;
export const minutesForSecondStep = 10;

const idleHours = 14 * 24;
const absoluteHours = 90 * 24;
const confirmedMinutes = 10;

/** When a session seen at `now` ends: 14 days without use, 90 days in all (ASVS 5.0, 7.3). */
export function sessionExpiry(createdAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const idle = now.add({ hours: idleHours });
  const absolute = createdAt.add({ hours: absoluteHours });
  return idle.epochMilliseconds < absolute.epochMilliseconds ? idle : absolute;
}

/** Seconds that the browser keeps the session's cookie: its longest possible life. */
export const sessionCookieSeconds = absoluteHours * 3_600;

/** Whether the end of the session is moved forward now: every five minutes at most, so that reads stay reads. */
export function isDueForSliding(lastSeenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return now.epochMilliseconds - lastSeenAt.epochMilliseconds >= 5 * 60_000;
}

/** Until when a person need not show their password or passkey again for what is sensitive. */
export function confirmedUntil(authenticatedAt: Temporal.Instant): Temporal.Instant {
  return authenticatedAt.add({ minutes: confirmedMinutes });
}

/** The refusal of a sensitive deed to somebody who has not shown their password or passkey just now. */
export type IdentityNotConfirmed = { code: "confirm_identity" };

/** Attempts that cost no wait, then a wait that doubles: seconds. */
export type Lockout = { free: number; firstSeconds: number; longestSeconds: number };

/**
 * An attacker guesses from devices that never signed in: those share one small budget per account. The owner's own
 * device has a budget of its own, so that nobody can lock the owner out. Source: OWASP, Slow Down Online Guessing
 * Attacks with Device Cookies.
 */
export const lockouts = {
  knownDevice: { free: 10, firstSeconds: 30, longestSeconds: 900 },
  unknownDevice: { free: 5, firstSeconds: 30, longestSeconds: 900 },
  secondStep: { free: 5, firstSeconds: 30, longestSeconds: 900 },
  address: { free: 30, firstSeconds: 60, longestSeconds: 900 },
} as const satisfies Record<string, Lockout>;

/** Seconds to wait after the n-th wrong attempt in a row: 0 up to the free ones, then doubling up to the longest. */
export function lockoutDelay(attempt: number, { free, firstSeconds, longestSeconds }: Lockout): number {
  if (attempt < free) return 0;
  return Math.min(longestSeconds, firstSeconds * 2 ** (attempt - free));
}

/** The lock-out as `takeAttempt` asks for it: what was wrong is forgotten after a day. */
export function attemptPolicy(lockout: Lockout) {
  return { windowSeconds: 86_400, delayAfter: (attempt: number) => lockoutDelay(attempt, lockout) };
}

/** A path of our own to go on to, or the home page: never another site. */
export function safeNext(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : "/";
}

/** What a person recognises a device by, from its user agent; null where it says nothing known. */
export function deviceOf(userAgent: string | null): { browser: string | null; system: string | null } {
  const first = (table: readonly (readonly [RegExp, string])[]) =>
    table.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1] ?? null;
  return { browser: first(browsers), system: first(systems) };
}

/** "Chrome, Android": for mails and lists. */
export function deviceName(userAgent: string | null): string | null {
  const { browser, system } = deviceOf(userAgent);
  return [browser, system].filter(Boolean).join(", ") || null;
}

const browsers = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS|Chromium)\//, "Chrome"],
  [/Version\/.*Safari\//, "Safari"],
] as const;

const systems = [
  [/iPhone|iPod/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
] as const;

/** `mariana@ejemplo.mx` as `m***@ejemplo.mx`: to be recognised by whoever knows it. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}***${email.slice(at)}`;
}

/** Whether the address is one of the demo's people; mail to `.example` reaches nobody (RFC 2606). */
export function isDemoAddress(email: string): boolean {
  return email.endsWith("@demo.example");
}

/** Recovery codes and what people type for them: capitals, without the dashes and spaces that make them readable. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** `ABCDEFGHIJKLMNOP` as `ABCD-EFGH-IJKL-MNOP`. */
export function grouped(code: string): string {
  return (code.match(/.{1,4}/g) ?? []).join("-");
}
