import { describe, expect, it } from "vitest";
import { done, newVenue } from "#tests/factories/venues";
import { asMember, newOrganization, openWorld } from "#tests/factories/world";
import { createShift } from "@/features/venues/create-shift";
import { createSpace } from "@/features/venues/create-space";
import { listVenues } from "@/features/venues/queries";
import { updateSpace } from "@/features/venues/update-space";
import { updateVenue } from "@/features/venues/update-venue";
import { NotFound } from "@/kernel/errors";
import type { Ctx } from "@/platform/transaction";
import { cancelEvent } from "./cancel-event";
import { closeSpace } from "./close-space";
import { confirmEvent } from "./confirm-event";
import { moveEvent } from "./move-event";
import { openSpace } from "./open-space";
import { placeHold } from "./place-hold";
import { getEvent, listEvents } from "./queries";
import { releaseHold } from "./release-hold";
import { placeHoldSchema } from "./schema";
import { updateEvent } from "./update-event";

const world = openWorld();
const when = { date: "2027-06-19", starts: "17:00", ends: "02:00" };
const reason = "Porque sí";

async function quinta() {
  const organization = await newOrganization(world);
  const ctx = await asMember(world, organization, "owner");
  const venue = await newVenue(ctx);
  const input = placeHoldSchema.parse({ title: "Boda", spaceIds: [venue.roomA], ...when });
  const { eventId } = done(await placeHold(ctx, input));
  const { closureId } = done(await closeSpace(ctx, { spaceId: venue.roomC, reason, ...when }));
  return { organization, ctx, venue, eventId, closureId };
}

type Place = Awaited<ReturnType<typeof quinta>>;

/** Every verb and query that takes an id, aimed at somebody else's. */
const attempts: Record<string, (ctx: Ctx, there: Place) => Promise<unknown>> = {
  getEvent: (ctx, { eventId }) => getEvent(ctx, { eventId }),
  confirmEvent: (ctx, { eventId }) => confirmEvent(ctx, { eventId, override: { reason } }),
  releaseHold: (ctx, { eventId }) => releaseHold(ctx, { eventId, reason }),
  cancelEvent: (ctx, { eventId }) => cancelEvent(ctx, { eventId, reason }),
  moveEvent: (ctx, { eventId }) => moveEvent(ctx, { eventId, date: "2027-06-26" }),
  updateEvent: (ctx, { eventId }) => updateEvent(ctx, { eventId, title: "Mía" }),
  openSpace: (ctx, { closureId }) => openSpace(ctx, { closureId }),
  closeSpace: (ctx, { venue }) => closeSpace(ctx, { spaceId: venue.roomB, reason, ...when }),
  placeHold: (ctx, { venue }) =>
    placeHold(ctx, placeHoldSchema.parse({ title: "Mía", spaceIds: [venue.roomB], ...when })),
  updateVenue: (ctx, { venue }) => updateVenue(ctx, { venueId: venue.venueId, name: "Mía" }),
  updateSpace: (ctx, { venue }) => updateSpace(ctx, { spaceId: venue.roomA, name: "Mía" }),
  createSpace: (ctx, { venue }) =>
    createSpace(ctx, {
      venueId: venue.venueId,
      name: "Mía",
      capacity: 1,
      setupMinutes: 0,
      teardownMinutes: 0,
      madeOf: [],
      layouts: [],
    }),
  createShift: (ctx, { venue }) =>
    createShift(ctx, { venueId: venue.venueId, name: "Mío", starts: "10:00", ends: "12:00" }),
};

describe("what is somebody else's", () => {
  it("is not there for the owner of another organization", async () => {
    const there = await quinta();
    const stranger = await asMember(world, await newOrganization(world), "owner");
    for (const [name, attempt] of Object.entries(attempts)) {
      await expect(attempt(stranger, there), name).rejects.toThrow(NotFound);
    }
    expect((await listEvents(stranger)).items).toEqual([]);
    expect(await listVenues(stranger)).toEqual([]);
  });

  it("is not there for a member who is limited to another venue, and nothing of it changed", async () => {
    const there = await quinta();
    const other = await newVenue(there.ctx);
    const member = await asMember(world, there.organization, "owner");
    const limited = { ...member, actor: { ...member.actor, venueIds: [other.venueId] } };
    for (const [name, attempt] of Object.entries(attempts)) {
      await expect(attempt(limited, there), name).rejects.toThrow(NotFound);
    }
    expect((await listEvents(limited)).items).toEqual([]);
    expect((await listVenues(limited)).map((venue) => venue.id)).toEqual([other.venueId]);
    expect(await getEvent(there.ctx, there)).toMatchObject({
      title: "Boda",
      status: "tentative",
      start: "2027-06-19T17:00",
    });
  });

  it("cannot be combined: a space is not made of another venue's, an event not put in two venues", async () => {
    const { ctx, venue } = await quinta();
    const other = await newVenue(ctx);
    const mixed = await createSpace(ctx, {
      venueId: venue.venueId,
      name: "Mezcla",
      capacity: 1,
      setupMinutes: 0,
      teardownMinutes: 0,
      madeOf: [venue.roomA, other.roomA],
      layouts: [],
    });
    expect(mixed).toEqual({ ok: false, refusal: { code: "part_not_found" } });
    const both = placeHoldSchema.parse({ title: "Dos", spaceIds: [venue.roomB, other.roomB], ...when });
    await expect(placeHold(ctx, both)).rejects.toThrow(NotFound);
  });
});
