import { describe, expect, it } from "vitest";
import { done, newVenue } from "#tests/factories/venues";
import { asMember, ctxOf, newOrganization, openWorld } from "#tests/factories/world";
import { Temporal } from "@/kernel/time";
import { cancelEvent } from "./cancel-event";
import { closeSpace } from "./close-space";
import { confirmEvent } from "./confirm-event";
import { moveEvent } from "./move-event";
import { openSpace } from "./open-space";
import { placeHold } from "./place-hold";
import { getEvent, listEvents } from "./queries";
import { releaseExpiredHolds } from "./release-expired-holds";
import { releaseHold } from "./release-hold";
import { placeHoldSchema } from "./schema";
import { updateEvent } from "./update-event";

const world = openWorld();
const saturday = { date: "2027-06-19", starts: "17:00", ends: "02:00" };
const override = { reason: "Anticipo recibido en efectivo" };

async function quinta(minutes = 0) {
  const organization = await newOrganization(world);
  const ctx = await asMember(world, organization, "manager");
  const venue = await newVenue(ctx, { minutes });
  const hold = (title: string, spaceId: string, when: Partial<typeof saturday> = {}, headCount = 100) =>
    placeHold(ctx, placeHoldSchema.parse({ title, spaceIds: [spaceId], headCount, ...saturday, ...when }));
  const confirm = async (title: string, spaceId: string, when: Partial<typeof saturday> = {}) =>
    done(await confirmEvent(ctx, { eventId: done(await hold(title, spaceId, when)).eventId, override }));
  return { organization, ctx, venue, hold, confirm };
}

describe("holds", () => {
  it("stand in line: first come, first in line, over parts and wholes", async () => {
    const { ctx, venue, hold } = await quinta();
    const first = done(await hold("XV Fernanda", venue.roomA));
    const later = { ...ctx, now: ctx.now.add({ minutes: 5 }) };
    const input = placeHoldSchema.parse({ title: "Comida Intel", spaceIds: [venue.both], ...saturday });
    const second = done(await placeHold(later, input));
    expect((await getEvent(ctx, first)).rank).toBe(1);
    expect((await getEvent(ctx, second)).rank).toBe(2);

    done(await releaseHold(ctx, { eventId: first.eventId, reason: "Eligieron otra fecha" }));
    expect((await getEvent(ctx, second)).rank).toBe(1);
    expect((await getEvent(ctx, first)).status).toBe("lost");
  });

  it("that expired count no more, and a job releases them", async () => {
    const { organization, ctx, venue, hold } = await quinta();
    const first = done(await hold("XV Fernanda", venue.roomA));
    const inTwoWeeks = ctx.now.add({ hours: 24 * 14 });
    const input = placeHoldSchema.parse({ title: "Comida Intel", spaceIds: [venue.roomA], ...saturday });
    const second = done(await placeHold({ ...ctx, now: inTwoWeeks }, input));
    expect((await getEvent({ ...ctx, now: inTwoWeeks }, second)).rank).toBe(1);

    const job = ctxOf(
      world,
      { kind: "system", organizationId: organization.id, job: "release-expired-holds" },
      inTwoWeeks,
    );
    expect(done(await releaseExpiredHolds(job)).released).toBe(1);
    expect(done(await releaseExpiredHolds(job)).released).toBe(0);
    expect((await getEvent(ctx, first)).status).toBe("lost");
  });

  it("are refused where something is confirmed, saying by whom, until when, and three ways out", async () => {
    const { venue, hold, confirm } = await quinta(60);
    await confirm("Boda Ramírez Ochoa", venue.both);
    const answer = await hold("Aniversario Lala", venue.roomA, { starts: "18:00" }, 80);
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        code: "space_taken",
        spaceName: "Salón A",
        holder: { kind: "event", title: "Boda Ramírez Ochoa", spaceName: "Salón Principal", until: "2027-06-20T03:00" },
        alternatives: [
          { kind: "other_space", spaceName: "Salón C", start: "2027-06-19T18:00" },
          { kind: "other_day", spaceName: "Salón A", start: "2027-06-20T18:00" },
          { kind: "other_day", spaceName: "Salón A", start: "2027-06-18T18:00" },
        ],
      },
    });
  });

  it("may touch a confirmed event, set-up and tear-down included, and no more", async () => {
    const { venue, hold, confirm } = await quinta(60);
    await confirm("Comida", venue.roomA, { starts: "11:00", ends: "15:00" });
    expect((await hold("Cena", venue.roomA, { starts: "17:00" })).ok).toBe(true);
    expect((await hold("Cena", venue.roomA, { starts: "16:59" })).ok).toBe(false);
  });

  it("tell nothing of who has the place to an API key that may not read events", async () => {
    const { organization, venue, confirm } = await quinta();
    await confirm("Boda Ramírez Ochoa", venue.roomA);
    const key = ctxOf(world, {
      kind: "api-key",
      apiKeyId: crypto.randomUUID(),
      organizationId: organization.id,
      name: "Sitio web",
      scopes: ["event.create"],
      venueIds: null,
    });
    const answer = await placeHold(key, placeHoldSchema.parse({ title: "X", spaceIds: [venue.roomA], ...saturday }));
    expect(answer).toMatchObject({ ok: false, refusal: { holder: { title: null, id: null } } });
  });
});

describe("a confirmed event", () => {
  it("blocks its parts and every whole that it is part of, and gives all back when it is cancelled", async () => {
    const { ctx, venue, hold, confirm } = await quinta();
    const rival = done(await hold("XV", venue.both));
    const event = await confirm("Boda", venue.roomA);
    expect((await hold("Cena", venue.both)).ok).toBe(false);
    expect((await hold("Cena", venue.all)).ok).toBe(false);
    expect((await hold("Cena", venue.roomB)).ok).toBe(true);
    expect((await getEvent(ctx, rival)).blockedBy).toBe("Boda");
    done(await cancelEvent(ctx, { eventId: event.eventId, reason: "Se canceló la boda" }));
    expect((await hold("Cena", venue.all)).ok).toBe(true);
  });

  it("moves to a free place as firmly as it stood, and not onto another", async () => {
    const { ctx, venue, hold, confirm } = await quinta();
    const event = await confirm("Boda", venue.roomA);
    await confirm("Graduación", venue.roomB, { date: "2027-06-26" });
    const taken = await moveEvent(ctx, { eventId: event.eventId, spaceIds: [venue.both], date: "2027-06-26" });
    expect(taken).toMatchObject({ ok: false, refusal: { code: "space_taken", holder: { title: "Graduación" } } });
    done(await moveEvent(ctx, { eventId: event.eventId, date: "2027-06-26" }));
    expect((await getEvent(ctx, event)).start).toBe("2027-06-26T17:00");
    expect((await getEvent(ctx, event)).end).toBe("2027-06-27T02:00");
    expect((await hold("Cena", venue.roomA)).ok).toBe(true);
    expect((await hold("Cena", venue.roomA, { date: "2027-06-26" })).ok).toBe(false);
  });

  it("cannot be left without blocking its atoms: the database refuses it at the commit", async () => {
    const { organization, venue, confirm } = await quinta();
    const event = await confirm("Boda", venue.roomA);
    const open = world.owner
      .updateTable("allocation")
      .set({ blocking: false })
      .where("organization_id", "=", organization.id)
      .where("event_id", "=", event.eventId)
      .execute();
    await expect(open).rejects.toThrow(/does not block its spaces/);
  });

  it("keeps what changed, with what it was before", async () => {
    const { organization, ctx, venue, confirm } = await quinta();
    const event = await confirm("Boda", venue.roomA);
    done(await updateEvent(ctx, { eventId: event.eventId, headCount: 280 }));
    const entry = await world.owner
      .selectFrom("audit_entry")
      .select(["before", "after"])
      .where("organization_id", "=", organization.id)
      .where("action", "=", "event.updated")
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({ before: { head_count: 100 }, after: { head_count: 280 } });
  });
});

describe("closures", () => {
  it("block like a confirmed event, are refused over one, and open again", async () => {
    const { ctx, venue, hold, confirm } = await quinta();
    const days = { date: "2027-06-14", starts: "08:00", ends: "12:00", endDate: "2027-06-15" };
    const closed = done(await closeSpace(ctx, { spaceId: venue.roomC, reason: "Impermeabilización", ...days }));
    const taken = await hold("Cena", venue.all, { date: "2027-06-14" });
    expect(taken).toMatchObject({ ok: false, refusal: { holder: { kind: "closure", title: "Impermeabilización" } } });
    await confirm("Comida", venue.roomA, { date: "2027-06-14" });
    expect((await closeSpace(ctx, { spaceId: venue.both, reason: "Pintura", ...days })).ok).toBe(false);
    done(await openSpace(ctx, closed));
    expect((await hold("Cena", venue.roomC, { date: "2027-06-14" })).ok).toBe(true);
  });
});

describe("the list", () => {
  it("goes through all pages once, in every order, and finds without accents", async () => {
    const { ctx, venue, hold } = await quinta();
    for (const [index, title] of ["Boda Ñáñez", "Árbol", "Bautizo", "Zumba", "Cena"].entries()) {
      done(await hold(title, venue.roomA, { date: `2027-06-${10 + index}` }));
    }
    for (const sort of ["date", "-date", "number", "-number", "title", "-title"] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listEvents(ctx, { sort, limit: 2, cursor });
        seen.push(...page.items.map((event) => event.title));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
    }
    expect((await listEvents(ctx, { q: "nanez" })).items.map((event) => event.title)).toEqual(["Boda Ñáñez"]);
    expect((await listEvents(ctx, { q: "EV-3" })).items.map((event) => event.title)).toEqual(["Bautizo"]);
    expect((await listEvents(ctx, { q: "%" })).items).toEqual([]);
    const later = { ...ctx, now: Temporal.Instant.from("2027-06-12T12:00:00Z") };
    expect((await listEvents(later, { when: "past" })).items).toHaveLength(2);
    expect((await listEvents(later, { when: "upcoming" })).items).toHaveLength(3);
  });
});
