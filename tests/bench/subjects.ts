import { randomUUID } from "node:crypto";
import type { BenchData } from "./data";
import type { Sent, Subject } from "./load";

/** What is pressed, in the order of the report. */
export function subjects(data: BenchData): Subject[] {
  return [
    { name: "GET /api/health", next: () => ({ method: "GET", path: "/api/health" }), shows: '"status"' },
    { name: "GET /sign-in", next: () => ({ method: "GET", path: "/sign-in" }), shows: "</form>" },
    { name: "GET /events, of 10,000", next: (n) => listPage(data, n), shows: "</table>" },
    { name: apiRead, next: (n) => readEvent(data, n), shows: '"number"' },
    { name: apiWrite, next: (n) => holdSpace(data, n), shows: '"id"' },
  ];
}

export const apiRead = "GET /api/v1/events/{id}";
export const apiWrite = "POST /api/v1/events";

const searches = [
  "q=boda&sort=title",
  "q=lucia+nunez&sort=-date",
  "sort=-number",
  "q=arriaga&when=upcoming",
  "q=ev-12",
];

function listPage({ cookie }: BenchData, n: number): Sent {
  return { method: "GET", path: `/events?${searches[n % searches.length]}`, headers: { cookie } };
}

/** The n-th read of an event by key. */
export function readEvent({ eventIds, ...data }: BenchData, n: number): Sent {
  const eventId = eventIds[(n * 7919) % eventIds.length];
  return { method: "GET", path: `/api/v1/events/${eventId}`, headers: authorization(data.keys, n) };
}

/** The n-th hold: a room and a day of its own for a long time, in the morning, when nothing confirmed is there. */
export function holdSpace({ keys, spaceIds }: Pick<BenchData, "keys" | "spaceIds">, n: number): Sent {
  const day = new Date(Date.now() + (2 + (Math.floor(n / spaceIds.length) % 700)) * 86_400_000);
  const body = {
    title: `Desayuno ${n}`,
    type: "corporate",
    clientName: "Cámara de Comercio",
    headCount: 40,
    spaceIds: [spaceIds[n % spaceIds.length]],
    date: day.toISOString().slice(0, 10),
    starts: "08:00",
    ends: "11:00",
  };
  const headers = { ...authorization(keys, n), "content-type": "application/json", "idempotency-key": randomUUID() };
  return { method: "POST", path: "/api/v1/events", headers, body: JSON.stringify(body) };
}

function authorization(keys: readonly string[], n: number): Record<string, string> {
  return { authorization: `Bearer ${keys[n % keys.length]}` };
}
