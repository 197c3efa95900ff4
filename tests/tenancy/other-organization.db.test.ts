import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/kernel/id";
import { serveFrom } from "../factories/serve";
import { openWorld } from "../factories/world";
import { allUseCases } from "../permissions/use-cases";
import { type Populated, populatedOrganization } from "./populated";
import { aboutOneself, probes } from "./probes";

/** Every use case, called by the owner of one organization with the ids of another: it shows nothing and changes nothing. */

const world = openWorld();
const useCases = (await allUseCases()).filter((one) => one.asks?.by === "permission" || one.asks?.by === "person");
const probed = useCases.filter((one) => one.name in probes);
let here: Populated;
let other: Populated;
let before: string;

beforeAll(async () => {
  serveFrom(world);
  here = await populatedOrganization(world, `Propio${tail()}`);
  other = await populatedOrganization(world, `Zafiro${tail()}`);
  before = await everythingOf(other.organizationId);
});

afterAll(async () => {
  expect(await everythingOf(other.organizationId)).toBe(before);
});

it("every use case is tried", () => {
  const missing = useCases.filter((one) => !(one.name in probes) && !aboutOneself.has(one.name));
  expect(missing.map((one) => `${one.feature}/${one.name}`)).toEqual([]);
});

describe("with another organization's ids", () => {
  it.each(probed.map((one) => [one.name, one] as const))("%s shows and changes nothing of it", async (name, one) => {
    const input = probes[name]?.(other);
    const answer = await one.run(here.owner, input ?? {}).then(
      (value) => ({ value }),
      (error: Error) => ({ error }),
    );
    const shown = JSON.stringify(answer, (_, value) => (typeof value === "bigint" ? value.toString() : value)) ?? "";
    expect(shown).not.toContain(other.mark);
    if ("error" in answer)
      expect(answer.error).toMatchObject({ code: expect.stringMatching(/^(not_found|forbidden|invalid_input)$/) });
    expect(await everythingOf(other.organizationId)).toBe(before);
  });
});

describe("the same input with one's own ids", () => {
  const reads = ["getEvent", "getVenue", "getMessage", "listEvents", "listVenues", "listMembers", "listInvitations"];
  it.each(reads)("%s shows it, so the test above is not blind", async (name) => {
    const one = useCases.find((useCase) => useCase.name === name);
    const value = await one?.run(here.owner, probes[name]?.({ ...here, mark: "" }) ?? {});
    const shown = JSON.stringify(value, (_, part) => (typeof part === "bigint" ? part.toString() : part));
    expect(shown.toLowerCase()).toContain(name === "listMembers" ? here.memberId : here.mark.toLowerCase());
  });
});

/** Each row of the organization in each table, as one text. */
async function everythingOf(organizationId: string): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'organization_id' order by 1
  `.execute(world.owner);
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(t)::text as row from ${sql.table(name)} t where organization_id = ${organizationId} order by 1
    `.execute(world.owner);
    parts.push(name, ...rows.map(({ row }) => row));
  }
  const { rows: people } = await sql<{ row: string }>`
    select to_jsonb(s)::text || to_jsonb(p)::text as row from session s join passkey p using (user_id) where user_id = ${other.userId}
  `.execute(world.owner);
  return [...parts, ...people.map(({ row }) => row)].join("\n");
}

function tail(): string {
  return newId().slice(-6);
}
