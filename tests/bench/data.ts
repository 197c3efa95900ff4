import pg from "pg";
import { createApiKey } from "@/features/api-keys/create-api-key";
import { keyPrefix, shownLength } from "@/features/api-keys/rules";
import { sessionCookie } from "@/features/identity/rules";
import { createSpace } from "@/features/venues/create-space";
import { createVenue } from "@/features/venues/create-venue";
import type { UserActor } from "@/kernel/actor";
import { newId } from "@/kernel/id";
import type { Refusal, Result } from "@/kernel/result";
import { hashSecret, newSecret } from "@/kernel/secret";
import { systemNow } from "@/kernel/time";
import { appDb } from "@/platform/db";
import type { Ctx } from "@/platform/transaction";
import { rows } from "./rows";

/** What the measurements need to know of the data: an organization of the demo with 10,000 events more. */
export type BenchData = {
  /** Of a signed-in owner, as a request sends it. */
  cookie: string;
  /** Of that organization, to read with. Each may make 600 requests a minute, as anybody's; so there are many. */
  readKeys: string[];
  /** Each of an organization of its own, to write with: an organization may send 60 invitations an hour. */
  writeKeys: string[];
  eventIds: string[];
};

const rooms = 10;
const readKeyCount = 120;
const organizationCount = 500;

/** Loads it through the product's own verbs where they are quick enough, and the events and the trail in SQL. */
export async function loadBenchData(databaseUrl: string): Promise<BenchData> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const owner = await signInOwner(client);
    const ctx: OwnerCtx = { db: appDb(), actor: owner.actor, now: systemNow(), origin };
    const { venueId, spaceIds } = await makeVenue(ctx, owner.timeZone);
    const parameters = [owner.actor.organizationId, venueId, spaceIds, owner.timeZone];
    await client.query("begin"); // an event without its claims would be refused
    const made = await client.query<{ id: string }>(rows.events, parameters);
    await client.query(rows.claims, [owner.actor.organizationId, venueId, spaceIds]);
    await client.query("commit");
    await client.query(rows.trail, [owner.actor.organizationId, owner.actor.userId]);
    const writeKeys = await openOrganizations(client);
    await client.query("analyze");
    const eventIds = made.rows.map(({ id }) => id);
    return { cookie: owner.cookie, readKeys: await makeKeys(ctx), writeKeys, eventIds };
  } finally {
    await client.end();
  }
}

const origin = { requestId: "bench", ip: "127.0.0.1", userAgent: "bench" };

type Owner = UserActor & { organizationId: string; memberId: string };
type OwnerCtx = Ctx & { actor: Owner };

async function signInOwner(client: pg.Client): Promise<{ actor: Owner; cookie: string; timeZone: string }> {
  const found = await client.query<Omit<Owner, "kind" | "sessionId" | "venueIds"> & { timeZone: string }>(rows.owner);
  const [person] = found.rows;
  if (!person) throw new Error("The demo has no organization with an owner");
  const { timeZone, ...owner } = person;
  const sessionId = newId();
  const token = newSecret();
  await client.query(rows.session, [sessionId, owner.userId, hashSecret(token), owner.organizationId]);
  return {
    actor: { kind: "user", sessionId, venueIds: null, ...owner },
    cookie: `${sessionCookie}=${token}`,
    timeZone,
  };
}

async function makeVenue(ctx: OwnerCtx, timeZone: string): Promise<{ venueId: string; spaceIds: string[] }> {
  const site = { name: "Sede de las mediciones", timeZone, currency: "MXN", dayCutoff: "06:00" };
  const { venueId } = done(await createVenue(ctx, site));
  const spaceIds: string[] = [];
  for (let room = 1; room <= rooms; room++) {
    const space = { venueId, name: `Salón ${room}`, capacity: 60 + 20 * room, setupMinutes: 60, teardownMinutes: 60 };
    spaceIds.push(done(await createSpace(ctx, { ...space, madeOf: [], layouts: [] })).spaceId);
  }
  return { venueId, spaceIds };
}

async function makeKeys(ctx: OwnerCtx): Promise<string[]> {
  const secrets: string[] = [];
  for (let n = 1; n <= readKeyCount; n++) {
    const scopes = ["member.read"];
    secrets.push(done(await createApiKey(ctx, { name: `Medición ${n}`, scopes })).secret);
  }
  return secrets;
}

/** Many organizations more, with a key each that may invite: the load of many customers, not of one. */
async function openOrganizations(client: pg.Client): Promise<string[]> {
  const secrets = Array.from({ length: organizationCount }, () => newSecret(keyPrefix));
  const shown = secrets.map((secret) => secret.slice(0, shownLength));
  await client.query(rows.organizations, [secrets.map(hashSecret), shown]);
  return secrets;
}

function done<V, R extends Refusal>(result: Result<V, R>): V {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
