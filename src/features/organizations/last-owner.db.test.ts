import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, describe, expect, it, vi } from "vitest";
import { asMember, newOrganization, openWorld } from "#tests/factories/world";
import { leaveOrganization } from "./leave-organization";
import * as store from "./store";
import { updateMember } from "./update-member";

const world = openWorld();

vi.mock("./store", { spy: true });

afterEach(() => {
  vi.restoreAllMocks();
});

/** Two owners who at the same moment give up being one, each in their own way. Says how many owners are left. */
async function bothStepDown(): Promise<number> {
  const here = await newOrganization(world);
  await world.owner.deleteFrom("member").where("organization_id", "=", here.id).execute();
  const first = await asMember(world, here, "owner");
  const second = await asMember(world, here, "owner");
  const answers = await Promise.all([
    leaveOrganization(first, {}),
    updateMember(second, { memberId: second.actor.memberId, roles: ["viewer"] }),
  ]);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code]));
  const owners = await world.owner
    .selectFrom("member")
    .select("id")
    .where("organization_id", "=", here.id)
    .where(sql<boolean>`'owner' = any(roles)`)
    .execute();
  expect(refused).toEqual(owners.length === 1 ? ["last_owner"] : []);
  return owners.length;
}

describe("two owners who step down at once", () => {
  it("leave one behind, every time", async () => {
    for (let round = 0; round < 20; round++) expect(await bothStepDown()).toBe(1);
  });

  it("negative control: without the lock both go", async () => {
    vi.mocked(store.lockOrganization).mockImplementation(async () => neverLooked);
    vi.mocked(store.countOwners).mockImplementation(async (tx, id) => {
      const owners = await realCount(tx, id);
      await sleep(100); // both have counted before either writes
      return owners;
    });
    expect(await bothStepDown()).toBe(0);
  });
});

const { countOwners: realCount } = await vi.importActual<typeof store>("./store");

const neverLooked = {
  id: "",
  name: "",
  country: "",
  time_zone: "",
  currency: "",
  set_up_at: null,
  closed_at: null,
  logo_file_id: null,
};
