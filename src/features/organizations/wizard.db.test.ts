import { beforeEach, describe, expect, it } from "vitest";
import { asMember, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { createVenue } from "@/features/venues/create-venue";
import { listVenues } from "@/features/venues/queries";
import { completeSetUp } from "./complete-set-up";
import { listInvitations, setUpProgress } from "./queries";
import { completeSetUpSchema, setUpSpacesSchema } from "./schema";
import { setUpShifts } from "./set-up-shifts";
import { setUpSpaces } from "./set-up-spaces";

const world = openWorld();
let here: Organization;
let owner: Awaited<ReturnType<typeof asMember>>;
let venueId: string;

beforeEach(async () => {
  here = await newOrganization(world);
  owner = await asMember(world, here, "owner");
  const venue = await createVenue(owner, {
    name: "Quinta",
    timeZone: "America/Mexico_City",
    currency: "MXN",
    dayCutoff: "06:00",
  });
  venueId = venue.ok ? venue.value.venueId : "";
});

const hall = {
  name: "Salón",
  capacity: 300,
  parts: [
    { name: "A", capacity: 150 },
    { name: "B", capacity: 120 },
  ],
};
const night = { name: "Noche", starts: "19:00", ends: "04:00" };

describe("the step of the spaces", () => {
  it("makes a divisible space of its parts", async () => {
    expect(await setUpSpaces(owner, { venueId, spaces: [hall] })).toMatchObject({ ok: true });
    const [venue] = await listVenues(owner);
    expect(venue?.spaces).toMatchObject([
      { name: "A", capacity: 150, partOf: ["Salón"] },
      { name: "B", capacity: 120, partOf: ["Salón"] },
      { name: "Salón", capacity: 300, parts: ["A", "B"] },
    ]);
  });

  it("makes all or none", async () => {
    const garden = { name: "Jardín", capacity: 80, parts: [] };
    const twice = await setUpSpaces(owner, { venueId, spaces: [garden, hall, { ...garden, name: "jardin" }] });
    expect(twice).toEqual({ ok: false, refusal: { code: "name_taken", name: "jardin" } });
    const halved = await setUpSpaces(owner, { venueId, spaces: [garden, { ...hall, parts: hall.parts.slice(0, 1) }] });
    expect(halved).toEqual({ ok: false, refusal: { code: "one_part", name: "Salón" } });
    expect(await setUpProgress(owner)).toEqual({ venues: 1, spaces: 0, shifts: 0 });
  });

  it("names the row that has to be mended", () => {
    const spaces = JSON.stringify([
      { name: "A", capacity: "10" },
      { name: "", capacity: "" },
    ]);
    const parsed = setUpSpacesSchema.safeParse({ venueId, spaces });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual(["spaces.1.name", "spaces.1.capacity"]);
    expect(setUpSpacesSchema.safeParse({ venueId, spaces: "nonsense" }).success).toBe(false);
  });

  it("is for those who manage venues, of this organization", async () => {
    const sales = await asMember(world, here, "sales");
    await expect(setUpSpaces(sales, { venueId, spaces: [hall] })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await asMember(world, await newOrganization(world), "owner");
    await expect(setUpSpaces(stranger, { venueId, spaces: [hall] })).rejects.toThrow("venue not found");
    await expect(
      setUpShifts(stranger, { venueId, shifts: [night], setupMinutes: 0, teardownMinutes: 0 }),
    ).rejects.toThrow("venue not found");
  });
});

describe("the step of the shifts", () => {
  it("makes shifts over midnight, and gives every space its time before and after", async () => {
    await setUpSpaces(owner, { venueId, spaces: [hall] });
    const done = await setUpShifts(owner, { venueId, shifts: [night], setupMinutes: 120, teardownMinutes: 60 });
    expect(done).toMatchObject({ ok: true });
    const [venue] = await listVenues(owner);
    expect(venue?.shifts).toMatchObject([night]);
    expect(venue?.spaces.map((space) => [space.setupMinutes, space.teardownMinutes])).toEqual([
      [120, 60],
      [120, 60],
      [120, 60],
    ]);
  });

  it("refuses a shift of no length or one there is, and makes none", async () => {
    const minutes = { setupMinutes: 0, teardownMinutes: 0 };
    const noon = { name: "Día", starts: "12:00", ends: "12:00" };
    expect(await setUpShifts(owner, { venueId, shifts: [night, noon], ...minutes })).toMatchObject({
      refusal: { code: "empty_shift", name: "Día" },
    });
    expect(await setUpShifts(owner, { venueId, shifts: [night, night], ...minutes })).toMatchObject({
      refusal: { code: "name_taken", name: "Noche" },
    });
    expect((await setUpProgress(owner)).shifts).toBe(0);
  });
});

describe("the last step", () => {
  beforeEach(async () => {
    await setUpSpaces(owner, { venueId, spaces: [hall] });
    await setUpShifts(owner, { venueId, shifts: [night], setupMinutes: 0, teardownMinutes: 0 });
  });

  it("invites who is named and leaves out rows without an address", async () => {
    const people = JSON.stringify([
      { email: "Ana@Ejemplo.mx ", role: "sales" },
      { email: "", role: "sales" },
    ]);
    const input = completeSetUpSchema.parse({ people });
    expect(await completeSetUp(owner, input)).toMatchObject({ ok: true });
    expect(await listInvitations(owner)).toMatchObject([{ email: "ana@ejemplo.mx", roles: ["sales"] }]);
  });

  it("is not through when somebody cannot be invited, and then nobody was", async () => {
    const people = [
      { email: "ana@ejemplo.mx", role: "sales" as const },
      { email: owner.actor.email, role: "sales" as const },
    ];
    expect(await completeSetUp(owner, { people })).toEqual({
      ok: false,
      refusal: { code: "not_invited", email: owner.actor.email, reason: "already_member" },
    });
    expect(await listInvitations(owner)).toEqual([]);
  });
});
