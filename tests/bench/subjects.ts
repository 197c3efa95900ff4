import { randomUUID } from "node:crypto";
import type { BenchData } from "./data";
import type { Sent, Subject } from "./load";

export const apiRead = "GET /api/v1/members";
export const apiWrite = "POST /api/v1/invitations";

/** What is pressed, in the order of the report. */
export function subjects(data: BenchData): Subject[] {
  return [
    { name: "GET /api/health", next: () => ({ method: "GET", path: "/api/health" }), shows: '"status"' },
    { name: "GET /sign-in", next: () => ({ method: "GET", path: "/sign-in" }), shows: "</form>" },
    { name: "GET /events, of 10,000", next: (n) => listPage(data, n), shows: "</table>" },
    { name: apiRead, next: (n) => readMembers(data, n), shows: '"items"' },
    { name: apiWrite, next: (n) => invite(data, n), shows: '"id"' },
  ];
}

const searches = ["q=boda&sort=title", "q=lucia&sort=-date", "sort=-number", "q=arriaga&when=upcoming", "q=ev-12"];

function listPage({ cookie }: BenchData, n: number): Sent {
  return { method: "GET", path: `/events?${searches[n % searches.length]}`, headers: { cookie } };
}

/** The n-th read by key: the members of the organization. */
export function readMembers({ readKeys }: BenchData, n: number): Sent {
  return {
    method: "GET",
    path: "/api/v1/members",
    headers: { authorization: `Bearer ${readKeys[n % readKeys.length]}` },
  };
}

/** The n-th write by key: an invitation, with its mail, its job, its audit entry and its idempotency key. */
export function invite({ writeKeys }: BenchData, n: number): Sent {
  const id = randomUUID();
  const headers = {
    authorization: `Bearer ${writeKeys[n % writeKeys.length]}`,
    "content-type": "application/json",
    "idempotency-key": id,
  };
  const body = JSON.stringify({ email: `${id}@ejemplo.mx`, roles: ["viewer"] });
  return { method: "POST", path: "/api/v1/invitations", headers, body };
}
