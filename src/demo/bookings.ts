import { closeSpace } from "@/features/bookings/close-space";
import { completeDueEvents } from "@/features/bookings/complete-due-events";
import { confirmEvent } from "@/features/bookings/confirm-event";
import { placeHold } from "@/features/bookings/place-hold";
import { releaseExpiredHolds } from "@/features/bookings/release-expired-holds";
import { releaseHold } from "@/features/bookings/release-hold";
import { updateEvent } from "@/features/bookings/update-event";
import { Temporal } from "@/kernel/time";
import type { DemoOrganization } from "./cast";
import { type Cast, sure } from "./organizations";
import { daysBefore, planOf, scenes, type Wish } from "./plan";
import { type Random, seeded } from "./random";

/** Asks, confirms, releases and changes what the plan says, each as the person who does that, on the day they did. */
export async function bookEverything(cast: Cast, organization: DemoOrganization, now: Temporal.Instant): Promise<void> {
  const random = seeded(organization.seed + 1);
  await close(cast, organization, now);
  for (const wish of scenes(organization, now).filter(({ outcome }) => outcome !== null))
    await carryOut(cast, wish, random, now);
  const staged = new Set(scenes(organization, now).map((wish) => `${wish.venue} ${wish.date}`));
  const chance = planOf(organization, now).filter((wish) => wish.outcome || !staged.has(`${wish.venue} ${wish.date}`));
  for (const wish of chance) await carryOut(cast, wish, random, now);
  for (const wish of scenes(organization, now).filter(({ outcome }) => outcome === null))
    await carryOut(cast, wish, random, now);
  await catchUp(cast, now);
}

const reasons = [
  "Anticipo recibido por transferencia",
  "Anticipo recibido en efectivo",
  "Cliente de años, contrato firmado",
] as const;
const losses = ["Eligieron otra fecha", "Se fueron con otro salón", "Lo harán en casa"] as const;

async function carryOut(cast: Cast, wish: Wish, random: Random, now: Temporal.Instant): Promise<void> {
  const spaceId = cast.spaces.get(`${wish.venue}/${wish.space}`);
  if (!spaceId) return;
  const { askedAt, title, type, clientName, headCount, date, starts, ends, holdDays, outcome } = wish;
  const input = { title, type, clientName, headCount, spaceIds: [spaceId], date, starts, ends, holdDays };
  const placed = await placeHold(cast.as("sales", askedAt), input);
  if (!placed.ok || !outcome) return; // a place that was taken by then is how it is in life, too
  const { eventId } = placed.value;
  const decidedAt = earlier(
    askedAt.add({ hours: 24 * outcome.afterDays + random.whole(0, 5) }),
    now.subtract({ minutes: 40 }),
  );
  if (outcome.kind === "released") {
    await releaseHold(cast.as("sales", decidedAt), { eventId, reason: random.pick(losses) });
    return;
  }
  const confirmer = cast.as(random.chance(0.8) ? "sales" : "manager", decidedAt);
  const confirmed = await confirmEvent(confirmer, { eventId, override: { reason: random.pick(reasons) } });
  if (!confirmed.ok || !wish.grows) return;
  const changedAt = earlier(
    decidedAt.add({ hours: 24 * random.whole(2, 12) }),
    now.subtract({ minutes: random.whole(15, 900) }),
  );
  const more = Math.max(10, headCount + random.whole(-3, 4) * 10);
  if (more !== headCount) await updateEvent(cast.as("coordinator", changedAt), { eventId, headCount: more });
}

/** Maintenance next week, and a holiday: nothing can be put there. */
async function close(cast: Cast, organization: DemoOrganization, now: Temporal.Instant): Promise<void> {
  const today = now.toZonedDateTimeISO(organization.timeZone).toPlainDate();
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const venue = organization.venues[0];
  const [first, last] = [venue?.spaces[0], venue?.spaces.at(-1)];
  const place = (name: string | undefined) => cast.spaces.get(`${venue?.name}/${name}`) ?? "";
  const manager = cast.as("manager", now.subtract({ hours: 24 * 190 }));
  const works = {
    date: monday.toString(),
    starts: "08:00",
    ends: "12:00",
    endDate: monday.add({ days: 1 }).toString(),
  };
  sure(await closeSpace(manager, { spaceId: place(last?.name), reason: "Impermeabilización", ...works }));
  const painting = monday.add({ days: 22 });
  const paint = {
    date: painting.toString(),
    starts: "07:00",
    ends: "19:00",
    endDate: painting.add({ days: 2 }).toString(),
  };
  sure(await closeSpace(manager, { spaceId: place(first?.name), reason: "Pintura", ...paint }));
}

/** What the clock does by itself, day after day until now: expired holds go, past events are completed. */
async function catchUp(cast: Cast, now: Temporal.Instant): Promise<void> {
  const { db, origin } = cast.as("owner", now);
  const actor = { kind: "system" as const, organizationId: cast.organizationId, job: "keep-events-current" };
  for (let daysAgo = daysBefore; daysAgo >= 0; daysAgo--) {
    const then = { db, origin, actor, now: now.subtract({ hours: 24 * daysAgo }) };
    await releaseExpiredHolds(then);
    for (let moved = 1; moved > 0; ) {
      const { started, completed } = sure(await completeDueEvents(then));
      moved = started + completed;
    }
  }
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}
