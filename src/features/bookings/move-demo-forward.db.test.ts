import { describe, expect, it } from "vitest";
import { done, newVenue } from "#tests/factories/venues";
import { asMember, asSystem, newOrganization, openWorld } from "#tests/factories/world";
import type { Temporal } from "@/kernel/time";
import { closeSpace } from "./close-space";
import { completeDueEvents } from "./complete-due-events";
import { confirmEvent } from "./confirm-event";
import { moveDemoForward } from "./move-demo-forward";
import { placeHold } from "./place-hold";
import { getEvent } from "./queries";
import { releaseExpiredHolds } from "./release-expired-holds";
import { placeHoldSchema } from "./schema";

const world = openWorld();

async function booked(demo: boolean) {
  const organization = await newOrganization(world);
  const ctx = await asMember(world, organization, "manager"); // it is 2026-11-24 there
  await world.owner
    .updateTable("organization")
    .set({ demo, demo_as_of: demo ? "2026-11-24" : null })
    .where("id", "=", organization.id)
    .execute();
  const venue = await newVenue(ctx, { minutes: 60 });
  const hold = async (title: string, date: string) => {
    const input = { title, spaceIds: [venue.roomA], date, starts: "19:00", ends: "02:00", holdDays: 5 };
    return done(await placeHold(ctx, placeHoldSchema.parse(input)));
  };
  const confirmed = async (title: string, date: string) => {
    const event = await hold(title, date);
    return done(await confirmEvent(ctx, { eventId: event.eventId, override: { reason: "Anticipo" } }));
  };
  // A week apart, so that each has to go where the next one stands.
  const weddings = [await confirmed("Boda 1", "2026-12-05"), await confirmed("Boda 2", "2026-12-12")];
  const waiting = await hold("XV", "2026-12-19");
  const days = { date: "2026-12-26", starts: "08:00", ends: "12:00", endDate: "2026-12-27" };
  done(await closeSpace(ctx, { spaceId: venue.roomA, reason: "Pintura", ...days }));
  const at = (now: Temporal.Instant) => ({ ...asSystem(world, organization), now });
  return { ctx, weddings, waiting, later: at(ctx.now.add({ hours: 24 * 16 })) };
}

describe("the demo's dates", () => {
  it("move on by whole weeks: what had passed lies ahead again, what had run out is back in the line", async () => {
    const { ctx, weddings, waiting, later } = await booked(true);
    done(await releaseExpiredHolds(later));
    done(await completeDueEvents(later));
    const [first, second] = weddings;
    if (!first || !second) throw new Error("no weddings");
    expect((await getEvent({ ...ctx, now: later.now }, first)).status).toBe("completed");
    expect((await getEvent({ ...ctx, now: later.now }, waiting)).status).toBe("lost");

    expect(done(await moveDemoForward(later)).weeks).toBe(2);
    expect(await getEvent({ ...ctx, now: later.now }, first)).toMatchObject({
      start: "2026-12-19T19:00",
      status: "confirmed",
    });
    expect(await getEvent({ ...ctx, now: later.now }, second)).toMatchObject({ start: "2026-12-26T19:00" });
    expect(await getEvent({ ...ctx, now: later.now }, waiting)).toMatchObject({ status: "tentative", rank: 1 });
    expect(done(await moveDemoForward(later)).weeks).toBe(0);
  });

  it("are the only ones that move: another organization's stay", async () => {
    const { ctx, weddings, later } = await booked(false);
    expect(done(await moveDemoForward(later)).weeks).toBe(0);
    const [first] = weddings;
    if (!first) throw new Error("no wedding");
    expect((await getEvent(ctx, first)).start).toBe("2026-12-05T19:00");
  });
});
