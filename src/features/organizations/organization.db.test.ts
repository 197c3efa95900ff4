import { beforeEach, describe, expect, it } from "vitest";
import { asSignedIn, furnish, newFile, openSession } from "#tests/factories/furnish";
import { asMember, asPerson, asSystem, newOrganization, type Organization, openWorld } from "#tests/factories/world";
import { newId } from "@/kernel/id";
import { changeLogo } from "./change-logo";
import { completeSetUp } from "./complete-set-up";
import { createOrganization } from "./create-organization";
import { getOrganization, listOwnOrganizations, setUpProgress } from "./queries";
import { updateOrganization } from "./update-organization";

const world = openWorld();
let here: Organization;
let owner: Awaited<ReturnType<typeof asSignedIn>>;

beforeEach(async () => {
  here = await newOrganization(world, "Salón Ribera");
  owner = await asSignedIn(world, here, "owner");
});

const ribera = { name: "Salón Ribera", country: "AR", timeZone: "America/Argentina/Cordoba", currency: "ARS" };

describe("making an organization", () => {
  it("makes the person its owner and the session's place", async () => {
    const person = await asPerson(world);
    await openSession(world, person, person.actor);
    const name = `Quinta ${newId()}`;
    const done = await createOrganization(person, { ...ribera, name });
    expect(done).toMatchObject({ ok: true, value: { name, slug: name.toLowerCase().replace(" ", "-") } });
    expect(await listOwnOrganizations(person)).toMatchObject([{ name, roles: ["owner"] }]);
    const session = await world.owner
      .selectFrom("session")
      .select("active_organization_id")
      .where("id", "=", person.actor.sessionId)
      .executeTakeFirst();
    expect(session?.active_organization_id).toBe(done.ok && done.value.organizationId);
  });

  it("finds every one of ten of the same name at once a slug of its own", async () => {
    const name = `Salón ${newId()}`;
    const people = await Promise.all(Array.from({ length: 10 }, () => asPerson(world)));
    const done = await Promise.all(people.map((person) => createOrganization(person, { ...ribera, name })));
    const slugs = done.map((it) => it.ok && it.value.slug);
    expect(new Set(slugs).size).toBe(10);
  });

  it("needs somebody signed in", async () => {
    await expect(createOrganization(asSystem(world, here), ribera)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the end of the wizard", () => {
  it("is refused while the calendar would be empty, and then is reached once", async () => {
    expect(await completeSetUp(owner, {})).toEqual({ ok: false, refusal: { code: "step_missing", step: "venue" } });
    await furnish(world, here.id);
    expect(await setUpProgress(owner)).toEqual({ venues: 1, spaces: 1, shifts: 1 });
    expect(await completeSetUp(owner, {})).toMatchObject({ ok: true });
    expect(await completeSetUp(owner, {})).toMatchObject({ ok: true });
    const entries = await entriesOf(here.id, "organization.set_up");
    expect(entries).toHaveLength(1);
  });
});

describe("the profile", () => {
  it("changes, and the trail has only what changed", async () => {
    await updateOrganization(owner, ribera);
    expect(await getOrganization(owner)).toMatchObject({ country: "AR", currency: "ARS", timeZone: ribera.timeZone });
    const [entry] = await entriesOf(here.id, "organization.updated");
    expect(entry?.before).toEqual({ country: "MX", time_zone: "America/Mexico_City", currency: "MXN" });
    await updateOrganization(owner, ribera);
    expect(await entriesOf(here.id, "organization.updated")).toHaveLength(1);
  });

  it("is for owners and admins", async () => {
    const sales = await asMember(world, here, "sales");
    await expect(updateOrganization(sales, ribera)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the logo", () => {
  it("is an uploaded picture of the organization's own, and the one before goes", async () => {
    const [first, second] = [await newFile(world, here.id, "image/png"), await newFile(world, here.id, "image/webp")];
    await changeLogo(owner, { fileId: first });
    await changeLogo(owner, { fileId: second });
    expect(await getOrganization(owner)).toMatchObject({ logoFileId: second });
    const removed = await world.owner
      .selectFrom("file")
      .select("deleted_at")
      .where("id", "=", first)
      .executeTakeFirst();
    expect(removed?.deleted_at).not.toBeNull();
    await changeLogo(owner, {});
    expect(await getOrganization(owner)).toMatchObject({ logoFileId: null });
  });

  it("is no paper, and nobody else's", async () => {
    const paper = await newFile(world, here.id, "application/pdf");
    expect(await changeLogo(owner, { fileId: paper })).toMatchObject({ refusal: { code: "not_an_image" } });
    const there = await newOrganization(world);
    await expect(changeLogo(owner, { fileId: await newFile(world, there.id, "image/png") })).rejects.toThrow(
      "file not found",
    );
    const fileOfEvent = await newFile(world, here.id, "image/png", "event");
    await expect(changeLogo(owner, { fileId: fileOfEvent })).rejects.toThrow("file not found");
  });
});

function entriesOf(organizationId: string, action: string) {
  return world.owner
    .selectFrom("audit_entry")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("action", "=", action)
    .execute();
}
