import { createApiKey } from "@/features/api-keys/create-api-key";
import { closeSpace } from "@/features/bookings/close-space";
import { placeHold } from "@/features/bookings/place-hold";
import { inviteMember } from "@/features/organizations/invite-member";
import { createShift } from "@/features/venues/create-shift";
import { createSpace } from "@/features/venues/create-space";
import { createVenue } from "@/features/venues/create-venue";
import { newId } from "@/kernel/id";
import type { Refusal, Result } from "@/kernel/result";
import { enqueue } from "@/platform/queue";
import { transaction } from "@/platform/transaction";
import { asMember, asSystem, newMember, newOrganization, type World } from "../factories/world";

/** An organization that has at least one of everything, made through the verbs, with `mark` in every name. */
export async function populatedOrganization(world: World, mark: string) {
  const organization = await newOrganization(world, `Salón ${mark}`);
  const owner = await asMember(world, organization, "owner");
  const member = await newMember(world, organization.id, ["sales"]);
  const venue = done(
    await createVenue(owner, {
      name: `Sede ${mark}`,
      address: mark,
      timeZone: "America/Mexico_City",
      currency: "MXN",
      dayCutoff: "06:00",
    }),
  );
  const { venueId } = venue;
  const place = { venueId, capacity: 100, setupMinutes: 0, teardownMinutes: 0, madeOf: [], layouts: [] };
  const { spaceId } = done(await createSpace(owner, { ...place, name: `Jardín ${mark}` }));
  const terrace = done(await createSpace(owner, { ...place, name: `Terraza ${mark}` }));
  const { shiftId } = done(
    await createShift(owner, { venueId, name: `Noche ${mark}`, starts: "19:00", ends: "02:00" }),
  );
  const hours = { date: "2027-06-19", starts: "18:00", ends: "23:00" };
  const event = done(
    await placeHold(owner, { title: `Boda ${mark}`, type: "other", spaceIds: [spaceId], holdDays: 7, ...hours }),
  );
  const closure = done(await closeSpace(owner, { spaceId: terrace.spaceId, reason: `Pintura ${mark}`, ...hours }));
  const invitation = done(await inviteMember(owner, { email: `${mark}@ejemplo.mx`.toLowerCase(), roles: ["viewer"] }));
  const key = done(await createApiKey(owner, { name: `Web ${mark}`, scopes: ["event.read"] }));
  const job = asSystem(world, organization);
  await transaction(job, async (tx) => {
    await enqueue(tx, "unknown-task", { mark });
    return { ok: true as const, value: null };
  });
  const { id: messageId } = await world.owner
    .selectFrom("message")
    .select("id")
    .where("organization_id", "=", organization.id)
    .executeTakeFirstOrThrow();
  const fileId = newId();
  await world.owner
    .insertInto("file")
    .values({
      organization_id: organization.id,
      id: fileId,
      name: `Plano ${mark}.pdf`,
      media_type: "application/pdf",
      byte_size: 1n,
      sha256: "0".repeat(64),
      storage_key: `${organization.id}/${fileId}`,
      subject_type: "event",
      uploaded_by: null,
    })
    .execute();
  const sessionId = newId();
  const passkeyId = newId();
  const later = new Date("2100-01-01");
  await world.owner
    .insertInto("session")
    .values({ id: sessionId, user_id: member.userId, token_hash: newId(), expires_at: later, user_agent: mark })
    .execute();
  await world.owner
    .insertInto("passkey")
    .values({
      id: passkeyId,
      user_id: member.userId,
      name: mark,
      public_key: Buffer.from("x"),
      credential_id: newId(),
      counter: 0n,
      backed_up: false,
    })
    .execute();
  return {
    mark,
    sessionId,
    passkeyId,
    organizationId: organization.id,
    owner,
    memberId: member.memberId,
    userId: member.userId,
    venueId,
    spaceId,
    shiftId,
    eventId: event.eventId,
    closureId: closure.closureId,
    invitationId: invitation.invitationId,
    apiKeyId: key.apiKeyId,
    messageId,
    fileId,
  };
}

export type Populated = Awaited<ReturnType<typeof populatedOrganization>>;

function done<V, R extends Refusal>(result: Result<V, R>): V {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
