import { createSpace } from "@/features/venues/create-space";
import { createVenue } from "@/features/venues/create-venue";
import type { Refusal, Result } from "@/kernel/result";
import type { Ctx } from "@/platform/transaction";

/** The value of a verb that must not refuse here; fails the test with the refusal otherwise. */
export function done<V, R extends Refusal>(result: Result<V, R>): V {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export type TestVenue = {
  venueId: string;
  /** Two rooms of their own, and the two as one. */
  roomA: string;
  roomB: string;
  both: string;
  /** A third room, and all three as one. */
  roomC: string;
  all: string;
};

/** A venue with rooms that combine, made by a member who may: their context is `ctx`. */
export async function newVenue(ctx: Ctx, options: { timeZone?: string; minutes?: number } = {}): Promise<TestVenue> {
  const timeZone = options.timeZone ?? "America/Mexico_City";
  const base = { timeZone, currency: "MXN", dayCutoff: "06:00" };
  const { venueId } = done(await createVenue(ctx, { ...base, name: `Quinta ${crypto.randomUUID().slice(0, 8)}` }));
  const minutes = { setupMinutes: options.minutes ?? 0, teardownMinutes: options.minutes ?? 0 };
  const space = async (name: string, capacity: number, madeOf: string[] = []) =>
    done(await createSpace(ctx, { venueId, name, capacity, madeOf, layouts: [], ...minutes })).spaceId;
  const roomA = await space("Salón A", 180);
  const roomB = await space("Salón B", 140);
  const roomC = await space("Salón C", 90);
  const both = await space("Salón Principal", 320, [roomA, roomB]);
  const all = await space("Todo el salón", 410, [both, roomC]);
  return { venueId, roomA, roomB, roomC, both, all };
}
